import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useIsDemo } from '../provider/mode';
import { radius, type, useTokens } from '../theme/tokens';

const demoPassword = 'jiesu-demo';
const demoSignIns = [
  'intake',
  'handler',
  'reviewer',
  'office',
  'leader',
  'outlet',
  'admin',
  'auditor',
  'trainer',
] as const;

/** In demo mode the invented people one can sign in as; nothing otherwise. */
export const DemoHelp = ({ onChoose }: { onChoose(username: string, password: string): void }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const isDemo = useIsDemo();
  if (!isDemo) return null;
  return (
    <Box sx={{ mt: 5, p: 3, border: `1px dashed ${tokens.edge}`, borderRadius: `${radius.control}px` }}>
      <Box component="h2" sx={{ ...type.meta, fontWeight: 600 }}>
        {translate('signIn.demo')}
      </Box>
      <Box component="p" sx={{ color: tokens.ink2, ...type.caption, mb: 2 }}>
        {translate('signIn.demoHint', { password: demoPassword })}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
        {demoSignIns.map((username) => (
          <Button key={username} size="small" onClick={() => onChoose(username, demoPassword)}>
            {translate(`demoRole.${username}`)}
            <Box component="span" sx={{ color: tokens.ink3, fontWeight: 400 }}>
              {username}
            </Box>
          </Button>
        ))}
      </Box>
    </Box>
  );
};
