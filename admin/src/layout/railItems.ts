import {
  BellRing,
  CalendarDays,
  ChartLine,
  ClipboardPen,
  FileText,
  Home,
  Inbox,
  KeyRound,
  LayoutGrid,
  ListTree,
  Network,
  ScrollText,
  BookOpenCheck,
  Plug,
  Search,
  ShieldAlert,
  Users,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import type { Viewer } from '../provider/viewer';

type Role = Viewer['roles'][number]['role'];

/** One place in the rail. */
export interface RailItem {
  /** The key of its label, `rail.{name}`. */
  name:
    | 'register'
    | 'worklist'
    | 'mine'
    | 'complaints'
    | 'escalations'
    | 'wall'
    | 'track'
    | 'home'
    | 'dashboard'
    | 'audit'
    | 'units'
    | 'staff'
    | 'grants'
    | 'groups'
    | 'coverage'
    | 'keys'
    | 'codes'
    | 'plans'
    | 'calendar';
  path: string;
  icon: LucideIcon;
}

const item = (name: RailItem['name'], path: string, icon: LucideIcon): RailItem => ({ name, path, icon });

const register = item('register', '/register', ClipboardPen);
const worklist = item('worklist', '/worklist', Inbox);
const dashboard = item('dashboard', '/dashboard', ChartLine);
const audit = item('audit', '/audit', ScrollText);
const mine = item('mine', '/mine', Inbox);
const complaints = item('complaints', '/complaints', FileText);
const escalations = item('escalations', '/escalations', BellRing);
const wall = item('wall', '/wall', LayoutGrid);
const track = item('track', '/track', Search);
const home = item('home', '/home', Home);
const units = item('units', '/units', Network);
const staff = item('staff', '/staff', Users);
const grants = item('grants', '/grants', KeyRound);
const groups = item('groups', '/groups', UsersRound);
const coverage = item('coverage', '/coverage', ShieldAlert);
const keys = item('keys', '/keys', Plug);
const plans = item('plans', '/plans', BookOpenCheck);
const codes = item('codes', '/codes', ListTree);
const calendar = item('calendar', '/calendar', CalendarDays);

/** Which screens a role works with; only those that exist. */
const byRole: Readonly<Partial<Record<Role, readonly RailItem[]>>> = {
  INTAKE: [register, mine, track, plans],
  HANDLER: [worklist, complaints, escalations, plans],
  REVIEWER: [worklist, complaints, escalations, plans],
  DESK: [worklist, dashboard, complaints, escalations, wall, plans],
  MANAGER: [dashboard, escalations, wall, complaints, plans],
  AUDITOR: [audit, complaints, plans],
  TRAINER: [home, plans],
  ADMIN: [home, units, staff, grants, groups, plans, coverage, keys, codes, calendar],
};

/** The office head's order, in which several roles are joined; management comes first because it lands on what waits for it. */
const order: readonly Role[] = ['MANAGER', 'DESK', 'REVIEWER', 'HANDLER', 'AUDITOR', 'INTAKE', 'ADMIN', 'TRAINER'];

const needs: Partial<Record<RailItem['name'], Viewer['capabilities'][number]>> = {
  register: 'REGISTER_COMPLAINT',
  dashboard: 'READ_STATISTICS',
  audit: 'READ_AUDIT',
  worklist: 'READ_COMPLAINTS',
  complaints: 'READ_COMPLAINTS',
  units: 'ADMINISTER',
  staff: 'ADMINISTER',
  grants: 'ADMINISTER',
  groups: 'ADMINISTER',
  coverage: 'ADMINISTER',
  keys: 'ADMINISTER',
  codes: 'ADMINISTER',
  calendar: 'ADMINISTER',
  escalations: 'READ_ESCALATIONS',
  wall: 'READ_ESCALATIONS',
};

/** The rail of a viewer: the union of the roles' screens, as far as the capabilities reach; the first is the landing page. */
export function railItems(viewer: Viewer): readonly RailItem[] {
  const held = new Set(viewer.roles.map(({ role }) => role));
  const wanted = order.filter((role) => held.has(role)).flatMap((role) => byRole[role] ?? []);
  const allowed = wanted.filter(({ name }) => {
    const capability = needs[name];
    return capability === undefined || viewer.capabilities.includes(capability);
  });
  const items = [...new Set(allowed)];
  // Plans ask duties of every unit, and whoever works there reads and signs for them (D8-三.3).
  return items.length > 0 ? items : [home, plans];
}
