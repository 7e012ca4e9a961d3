import { Suspense, type ReactElement } from 'react';
import { Admin, Authenticated, CustomRoutes, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { complaints } from './complaints';
import { escalations } from './escalations';
import { Home } from './home/Home';
import { Start } from './home/Start';
import { Notices } from './layout/Notices';
import { Layout } from './layout/Layout';
import { Loading, LoadingPage } from './layout/Loading';
import { lazyPage } from './layout/lazyPage';
import { PageBoundary } from './layout/PageBoundary';
import { PageNotFound } from './layout/PageFailure';
import { authProvider } from './provider/authProvider';
import { dataProvider } from './provider/dataProvider';
import { i18nProvider } from './provider/i18nProvider';
import { queryClient } from './provider/queryClient';
import { preferenceStore } from './provider/store';
import { SignIn } from './signin/SignIn';
import { darkTheme, lightTheme } from './theme/theme';

const Dashboard = lazyPage(async () => (await import('./dashboard/Dashboard')).Dashboard);
const AuditLog = lazyPage(async () => (await import('./audit/AuditLog')).AuditLog);
const Worklist = lazyPage(async () => (await import('./complaints/Worklist')).Worklist);
const MyCases = lazyPage(async () => (await import('./complaints/MyCases')).MyCases);
const Register = lazyPage(async () => (await import('./register/Register')).Register);
const Track = lazyPage(async () => (await import('./track/Track')).Track);
const Wall = lazyPage(async () => (await import('./wall')).WallPage);

const Account = lazyPage(async () => (await import('./account/Account')).Account);
const Units = lazyPage(async () => (await import('./units/UnitsPage')).UnitsPage);
const StaffMembers = lazyPage(async () => (await import('./staff/StaffList')).StaffList);
const Person = lazyPage(async () => (await import('./staff/StaffPage')).StaffPage);
const Grants = lazyPage(async () => (await import('./grants/GrantsPage')).GrantsPage);

const Groups = lazyPage(async () => (await import('./groups/GroupsPage')).GroupsPage);
const Coverage = lazyPage(async () => (await import('./coverage/CoveragePage')).CoveragePage);
const Keys = lazyPage(async () => (await import('./keys/KeysPage')).KeysPage);
const Calendar = lazyPage(async () => (await import('./calendar/CalendarPage')).CalendarPage);
const Codes = lazyPage(async () => (await import('./codes/CodesPage')).CodesPage);

const Plans = lazyPage(async () => (await import('./plans/PlansPage')).PlansPage);
const AdoptPlan = lazyPage(async () => (await import('./plans/AdoptPage')).AdoptPage);
const EditPlan = lazyPage(async () => (await import('./plans/edit/EditPage')).EditPage);
const PlanVersion = lazyPage(async () => (await import('./plans/VersionPage')).VersionPage);

const Patterns = lazyPage(async () => (await import('./patterns/PatternsPage')).PatternsPage);

/** A page without the frame has none to catch its failures. */
const alone = (page: ReactElement) => <PageBoundary>{page}</PageBoundary>;

const store = preferenceStore();

/** The console: what is shown where. */
export const App = () => (
  <BrowserRouter>
    <Suspense fallback={<Loading />}>
      <Admin
        authProvider={authProvider}
        dataProvider={dataProvider}
        i18nProvider={i18nProvider}
        queryClient={queryClient}
        store={store}
        theme={lightTheme}
        darkTheme={darkTheme}
        layout={Layout}
        loginPage={SignIn}
        dashboard={Start}
        catchAll={PageNotFound}
        loading={LoadingPage}
        notification={Notices}
        requireAuth
        disableTelemetry
      >
        <Resource {...complaints} />
        <Resource {...escalations} />
        <CustomRoutes>
          <Route path="/account" element={<Account />} />
          <Route path="/home" element={<Home />} />
          <Route path="/dashboard" element={<Dashboard />} />
          <Route path="/audit" element={<AuditLog />} />
          <Route path="/worklist" element={<Worklist />} />
          <Route path="/mine" element={<MyCases />} />
          <Route path="/register" element={<Register />} />
          <Route path="/units/:unitId?" element={<Units />} />
          <Route path="/staff" element={<StaffMembers />} />
          <Route path="/staff/:staffId" element={<Person />} />
          <Route path="/grants" element={<Grants />} />
          <Route path="/groups/:groupId?" element={<Groups />} />
          <Route path="/coverage" element={<Coverage />} />
          <Route path="/keys" element={<Keys />} />
          <Route path="/codes" element={<Codes />} />
          <Route path="/plans" element={<Plans />} />
          <Route path="/plans/adopt" element={<AdoptPlan />} />
          <Route path="/plans/:versionId/edit" element={<EditPlan />} />
          <Route path="/plans/:versionId" element={<PlanVersion />} />
          <Route path="/calendar" element={<Calendar />} />
        </CustomRoutes>
        <CustomRoutes noLayout>
          <Route path="/track" element={alone(<Track />)} />
          <Route path="/patterns" element={alone(<Patterns />)} />
          <Route
            path="/wall"
            element={alone(
              <Authenticated>
                <Wall />
              </Authenticated>,
            )}
          />
        </CustomRoutes>
      </Admin>
    </Suspense>
  </BrowserRouter>
);
