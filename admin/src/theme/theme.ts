import type { RaThemeOptions } from 'react-admin';
import { controls } from './controls';
import { fonts, radius, themes, type, type ThemeMode, type Tokens } from './tokens';

/** Everything MUI and react-admin draw by themselves, in one mode's colours. */
function buildTheme(mode: ThemeMode): RaThemeOptions {
  const tokens = themes[mode];
  return {
    palette: palette(mode, tokens),
    shape: { borderRadius: radius.control },
    spacing: 4,
    typography: {
      fontFamily: fonts.text,
      fontWeightBold: 600,
      fontWeightMedium: 600,
      h1: type.listTitle,
      h2: type.section,
      h3: type.section,
      body1: type.body,
      body2: type.body,
      caption: type.caption,
      button: { ...type.body, fontWeight: 600, textTransform: 'none' },
    },
    transitions: { duration: { shortest: 120, shorter: 120, short: 120, standard: 120, complex: 120 } },
    components: controls(tokens),
  };
}

function palette(mode: ThemeMode, tokens: Tokens): RaThemeOptions['palette'] {
  return {
    mode,
    primary: { main: tokens.primary, dark: tokens.primaryHover, contrastText: tokens.onPrimary },
    secondary: { main: tokens.ink2, contrastText: tokens.surface },
    error: { main: tokens.breach, contrastText: tokens.surface },
    warning: { main: tokens.warn, contrastText: tokens.surface },
    success: { main: tokens.met, contrastText: tokens.surface },
    info: { main: tokens.primary, contrastText: tokens.onPrimary },
    text: { primary: tokens.ink, secondary: tokens.ink2, disabled: tokens.ink3 },
    background: { default: tokens.canvas, paper: tokens.surface },
    divider: tokens.line,
    action: { hover: tokens.sunken, selected: tokens.primarySoft, disabled: tokens.ink3 },
  };
}

/** The light theme. */
export const lightTheme = buildTheme('light');

/** The dark theme. */
export const darkTheme = buildTheme('dark');
