import { Box, Button, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { usePageTitle } from '../layout/usePageTitle';
import { useCapability, useViewer, type Viewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { useWord } from '../words/useWord';
import { WaitingWork } from '../complaints/WaitingWork';
import { AdminTasks } from './AdminTasks';

/** First what waits for the viewer, then who they are and what they may do. */
export const Home = () => {
  const translate = useTranslate();
  const viewer = useViewer();
  const isAdministrator = useCapability('ADMINISTER');
  const mayRegister = useCapability('REGISTER_COMPLAINT');
  usePageTitle(translate('home.title'));
  if (!viewer) return null;
  return (
    <Box sx={{ p: 5, maxWidth: 900, display: 'grid', gap: 4 }}>
      <Box component="h1" sx={type.listTitle}>
        {translate('home.greeting', { name: viewer.staff?.name ?? '' })}
      </Box>
      {isAdministrator ? <AdminTasks /> : null}
      <WaitingWork />
      <Who viewer={viewer} />
      <Rights viewer={viewer} />
      {mayRegister ? (
        <Box>
          <Button component={Link} to="/register" variant="contained">
            {translate('home.register')}
          </Button>
        </Box>
      ) : null}
    </Box>
  );
};

const Who = ({ viewer: { staff } }: { viewer: Viewer }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const word = useWord();
  if (!staff) return null;
  const facts = [
    [translate('home.username'), staff.username],
    [translate('home.post'), staff.post ? word('post', staff.post) : translate('jiesu.none')],
    [translate('home.unit'), staff.orgUnit.pathNames.join(' › ')],
  ];
  return (
    <Paper component="section" sx={{ p: '12px 16px' }}>
      <h2>{translate('home.who')}</h2>
      <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '6px 20px', mt: 2 }}>
        {facts.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Box component="dt" sx={{ color: tokens.ink2, ...type.meta }}>
              {name}
            </Box>
            <dd>{value}</dd>
          </Box>
        ))}
      </Box>
    </Paper>
  );
};

const Rights = ({ viewer: { roles, capabilities } }: { viewer: Viewer }) => {
  const translate = useTranslate();
  const word = useWord();
  const grants = roles.map(({ role, orgUnit, withSubtree }) => {
    const place = translate('home.at', { role: word('role', role), unit: orgUnit.name });
    return withSubtree ? `${place} (${translate('home.withSubtree')})` : place;
  });
  return (
    <Paper component="section" sx={{ p: '12px 16px', '& ul': { pl: 5, my: 2 } }}>
      <h2>{translate('home.roles')}</h2>
      {grants.length > 0 ? <Items values={grants} /> : <p>{translate('home.noRoles')}</p>}
      <h2>{translate('home.may')}</h2>
      <Items values={capabilities.map((capability) => word('capability', capability))} />
    </Paper>
  );
};

const Items = ({ values }: { values: readonly string[] }) => (
  <ul>
    {values.map((value) => (
      <li key={value}>{value}</li>
    ))}
  </ul>
);
