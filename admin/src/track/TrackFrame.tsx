import { Box, Paper } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { DemoMark } from '../layout/DemoMark';
import { Mark } from '../layout/Mark';
import { LanguageButton, ThemeButton } from '../layout/Preferences';
import { useIsDemo } from '../provider/mode';
import { themes, type, useTokens } from '../theme/tokens';

/** One column, made for a phone; no navigation, because whoever is here is not staff. */
export const TrackFrame = ({ children }: { children: ReactNode }) => {
  const tokens = useTokens();
  const translate = useTranslate();
  const isDemo = useIsDemo();
  return (
    <Box sx={{ minHeight: '100vh', backgroundColor: tokens.canvas, color: tokens.ink }}>
      <Box
        component="header"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 3,
          px: 4,
          py: 3,
          backgroundColor: tokens.nav,
          color: tokens.onSolid,
          '& button, & [title]': { color: tokens.navInk },
        }}
      >
        <Mark size={28} hand={themes.dark.primary} />
        <Box component="span" sx={{ flex: 1, ...type.section }}>
          {translate('jiesu.name')}
        </Box>
        {isDemo ? <DemoMark /> : null}
        <LanguageButton />
        <ThemeButton />
      </Box>
      <Box component="main" sx={{ maxWidth: 520, mx: 'auto', p: { xs: 4, sm: 6 } }}>
        <Paper sx={{ p: { xs: 4, sm: 6 } }}>{children}</Paper>
      </Box>
    </Box>
  );
};
