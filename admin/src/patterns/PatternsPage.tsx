import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { OneTheme } from './OneTheme';
import { PatternSections } from './PatternSections';
import { type, useTokens, type ThemeMode } from '../theme/tokens';

/** Every pattern in both themes side by side, for development and snapshots. */
export function PatternsPage() {
  return (
    <Box
      component="main"
      sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' }, minHeight: '100vh' }}
    >
      <OneTheme mode="light">
        <Side mode="light" />
      </OneTheme>
      <OneTheme mode="dark">
        <Side mode="dark" />
      </OneTheme>
    </Box>
  );
}

function Side({ mode }: { mode: ThemeMode }) {
  const tokens = useTokens();
  const translate = useTranslate();
  return (
    <Box component="section" sx={{ p: '20px 32px', minWidth: 0, background: tokens.surface, color: tokens.ink }}>
      <Box component={mode === 'light' ? 'h1' : 'h2'} sx={{ ...type.section, m: 0, mb: '20px' }}>
        {translate(`pattern.page.${mode}`)}
      </Box>
      <PatternSections />
    </Box>
  );
}
