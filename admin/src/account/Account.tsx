import { Box, Paper } from '@mui/material';
import { useTranslate } from 'react-admin';
import { usePageTitle } from '../layout/usePageTitle';
import { useViewer } from '../provider/viewer';
import { type, useTokens } from '../theme/tokens';
import { SecondFactorCard } from './SecondFactorCard';
import { SessionList } from './SessionList';

/** What belongs to one's own sign-in: one-time codes, and where one is signed in. */
export const Account = () => {
  const tokens = useTokens();
  const translate = useTranslate();
  const viewer = useViewer();
  usePageTitle(translate('account.title'));
  if (!viewer) return null;
  return (
    <Box sx={{ p: { xs: 4, md: 5 }, maxWidth: 900, display: 'grid', gap: 4 }}>
      <Box component="h1" sx={type.listTitle}>
        {translate('account.title')}
      </Box>
      <SecondFactorCard viewer={viewer} />
      <Paper component="section" sx={{ p: '12px 16px' }}>
        <h2>{translate('account.sessions')}</h2>
        <Box component="p" sx={{ color: tokens.ink2, mt: 2 }}>
          {translate('account.sessionsHint')}
        </Box>
        <SessionList />
      </Paper>
    </Box>
  );
};
