import { useTheme } from '@mui/material/styles';

/** The light theme's colours; the only place in the console where colours are written down. */
const light = {
  canvas: '#F2F5F4',
  surface: '#FFFFFF',
  sunken: '#E9EEEC',
  line: '#D6DDDA',
  edge: '#74827E',
  ink: '#13201F',
  ink2: '#41504D',
  ink3: '#5A6965',
  primary: '#0E5A60',
  primaryHover: '#0A464B',
  onPrimary: '#FFFFFF',
  primarySoft: '#DCECEA',
  nav: '#0F2B2D',
  navInk: '#B7CBC9',
  navActive: '#1E484A',
  run: '#2B7A80',
  warn: '#8A4A00',
  warnSoft: '#FFEFD0',
  warnUi: '#B87000',
  breach: '#AD2E1A',
  breachSoft: '#FBE5DF',
  breachSolid: '#B3301C',
  breachUi: '#B3301C',
  paused: '#554D7E',
  pausedSoft: '#EAE8F4',
  met: '#23683C',
  metSoft: '#DFF0E4',
  drill: '#84286A',
  drillSoft: '#F9E6F3',
  /** Text on solid dark grounds: breachSolid, nav and drill hatching. */
  onSolid: '#FFFFFF',
  /** Only menus and dialogs cast a shadow. */
  shadow: '0 8px 24px rgb(10 30 30 / .16)',
};

/** One theme's colours by name. */
export type Tokens = typeof light;

const dark: Tokens = {
  canvas: '#0B1213',
  surface: '#121B1C',
  sunken: '#1A2526',
  line: '#2A3839',
  edge: '#6E807F',
  ink: '#E8EFEE',
  ink2: '#B5C3C1',
  ink3: '#95A7A4',
  primary: '#72C5C4',
  primaryHover: '#93D6D4',
  onPrimary: '#05282A',
  primarySoft: '#123B3D',
  nav: '#0E1718',
  navInk: '#A9BBB9',
  navActive: '#1B3638',
  run: '#4FA7AA',
  warn: '#F4BA50',
  warnSoft: '#38290A',
  warnUi: '#D99A2B',
  breach: '#FF8F7A',
  breachSoft: '#43170F',
  breachSolid: '#C63D27',
  breachUi: '#E8674F',
  paused: '#B7B0E2',
  pausedSoft: '#2A2649',
  met: '#7FCC95',
  metSoft: '#12331D',
  drill: '#EFA0D5',
  drillSoft: '#431537',
  onSolid: '#FFFFFF',
  shadow: '0 8px 24px rgb(0 0 0 / .5)',
};

/** Both themes by mode. */
export const themes = { light, dark } as const;

/** The mode of a theme. */
export type ThemeMode = keyof typeof themes;

/** The families: text, and the serif for response levels I to III. */
export const fonts = {
  text: '"IBM Plex Sans", "PingFang SC", "HarmonyOS Sans SC", "Source Han Sans SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif',
  serif: '"Songti SC", "Source Han Serif SC", "Noto Serif SC", "Noto Serif CJK SC", SimSun, serif',
} as const;

/** Sizes for `sx`: no other text size appears in the console. */
export const type = {
  countdown: { fontSize: 56, lineHeight: '60px', fontWeight: 600 },
  kpi: { fontSize: 34, lineHeight: '42px', fontWeight: 600 },
  sentence: { fontSize: 25, lineHeight: '36px', fontWeight: 600 },
  detailTitle: { fontSize: 22, lineHeight: '30px', fontWeight: 600 },
  listTitle: { fontSize: 20, lineHeight: '28px', fontWeight: 600 },
  section: { fontSize: 15, lineHeight: '22px', fontWeight: 600 },
  body: { fontSize: 14, lineHeight: '22px', fontWeight: 400 },
  reading: { fontSize: 15, lineHeight: '25px', fontWeight: 400 },
  meta: { fontSize: 13, lineHeight: '20px', fontWeight: 400 },
  caption: { fontSize: 12, lineHeight: '18px', fontWeight: 400 },
} as const;

/** Corners in pixels. */
export const radius = { chip: 4, control: 5, card: 8, wallCard: 10 } as const;

/** The current theme's colours, also inside a nested theme such as the always dark wall. */
export function useTokens(): Tokens {
  return themes[useTheme().palette.mode];
}
