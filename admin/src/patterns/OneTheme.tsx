import { createTheme, ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { darkTheme, lightTheme } from '../theme/theme';
import type { ThemeMode } from '../theme/tokens';

const built = { light: createTheme(lightTheme), dark: createTheme(darkTheme) };

/** Shows its children in one theme, whatever the viewer has chosen. */
export function OneTheme({ mode, children }: { mode: ThemeMode; children: ReactNode }) {
  return <ThemeProvider theme={built[mode]}>{children}</ThemeProvider>;
}
