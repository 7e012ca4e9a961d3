import type { RaThemeOptions } from 'react-admin';
import { fonts, radius, type, type Tokens } from './tokens';

type Controls = NonNullable<RaThemeOptions['components']>;

/** The framework's parts restyled: no capitals, ripples, shadows, floating labels or pills. */
export const controls = (tokens: Tokens): Controls => ({
  ...page(tokens),
  ...buttons(tokens),
  ...fields(tokens),
  ...surfaces(tokens),
  ...tables(tokens),
});

const focusRing = (tokens: Tokens) => ({ outline: `2px solid ${tokens.primary}`, outlineOffset: 1 });

const page = (tokens: Tokens): Controls => ({
  MuiCssBaseline: {
    styleOverrides: {
      body: {
        fontFamily: fonts.text,
        fontVariantNumeric: 'tabular-nums',
        backgroundColor: tokens.canvas,
        ...type.body,
      },
      'h1, h2, h3, p, dl, dd, ol, ul': { margin: 0 },
      h1: type.listTitle,
      'h2, h3': type.section,
      'ol, ul': { padding: 0 },
      a: { color: tokens.primary },
      ':focus-visible': focusRing(tokens),
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
      },
    },
  },
});

const buttons = (tokens: Tokens): Controls => ({
  MuiButtonBase: {
    defaultProps: { disableRipple: true },
    styleOverrides: {
      root: { fontFamily: 'inherit', fontVariantNumeric: 'inherit', '&.Mui-focusVisible': focusRing(tokens) },
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true, variant: 'outlined' },
    styleOverrides: {
      root: { minWidth: 0, height: 34, padding: '0 12px', borderRadius: radius.control, lineHeight: '20px', gap: 6 },
      outlined: {
        borderColor: tokens.edge,
        color: tokens.ink,
        backgroundColor: tokens.surface,
        '&:hover': { borderColor: tokens.ink2, backgroundColor: tokens.sunken },
      },
      text: { color: tokens.primary, padding: '0 6px' },
      sizeSmall: { height: 28, padding: '0 10px', ...type.meta, fontWeight: 600 },
      sizeLarge: { height: 40, padding: '0 18px', ...type.section },
    },
  },
  MuiIconButton: { styleOverrides: { root: { borderRadius: radius.control, color: tokens.ink2, padding: 7 } } },
});

const fields = (tokens: Tokens): Controls => ({
  MuiTextField: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
  MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small', margin: 'none' } },
  MuiOutlinedInput: {
    defaultProps: { notched: false },
    styleOverrides: {
      root: {
        minHeight: 36,
        backgroundColor: tokens.surface,
        borderRadius: radius.control,
        '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: tokens.primary, borderWidth: 2 },
        '&.Mui-error .MuiOutlinedInput-notchedOutline': { borderColor: tokens.breachUi },
      },
      input: {
        padding: '7px 12px',
        height: 22,
        boxSizing: 'content-box',
        ...type.body,
        '&:focus-visible': { outline: 'none' },
        '&::placeholder': { color: tokens.ink3, opacity: 1 },
      },
      multiline: { padding: 0 },
      inputMultiline: { padding: '9px 12px', boxSizing: 'border-box' },
      notchedOutline: { borderColor: tokens.edge, top: 0, '& legend': { display: 'none' } },
    },
  },
  MuiSelect: { styleOverrides: { select: { minHeight: 0, '&:focus-visible': { outline: 'none' } } } },
  MuiAutocomplete: {
    styleOverrides: {
      // As tall as every other field; it grows only with a second line of chips.
      root: {
        '& .MuiOutlinedInput-root.MuiInputBase-sizeSmall': {
          padding: '1px 40px 1px 8px',
          '& .MuiAutocomplete-input': { padding: '6px 4px' },
        },
      },
      tag: { maxWidth: 'calc(100% - 4px)' },
    },
  },
  MuiFormHelperText: {
    styleOverrides: {
      root: { margin: '2px 0 0', ...type.meta, color: tokens.ink3, '&.Mui-error': { color: tokens.breach } },
    },
  },
  MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6 } } },
  MuiCheckbox: {
    styleOverrides: { root: { padding: 6, color: tokens.edge, '&.Mui-checked': { color: tokens.primary } } },
  },
  MuiRadio: {
    styleOverrides: { root: { padding: 6, color: tokens.edge, '&.Mui-checked': { color: tokens.primary } } },
  },
});

const surfaces = (tokens: Tokens): Controls => ({
  MuiPaper: {
    defaultProps: { elevation: 0 },
    styleOverrides: {
      root: { backgroundImage: 'none', borderRadius: radius.card, border: `1px solid ${tokens.line}` },
    },
  },
  MuiDialog: {
    styleOverrides: {
      paper: {
        boxShadow: tokens.shadow,
        borderRadius: radius.card,
        margin: 16,
        width: 'calc(100% - 32px)',
        maxWidth: 560,
      },
    },
  },
  MuiDialogTitle: { styleOverrides: { root: { ...type.listTitle, padding: '16px 20px 4px' } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px 16px' } } },
  MuiDialogActions: {
    styleOverrides: { root: { padding: '12px 20px', borderTop: `1px solid ${tokens.line}`, gap: 8 } },
  },
  MuiMenu: { styleOverrides: { paper: { boxShadow: tokens.shadow } } },
  MuiPopover: { styleOverrides: { paper: { boxShadow: tokens.shadow } } },
  MuiDrawer: { styleOverrides: { paper: { borderRadius: 0, borderWidth: '0 0 0 1px' } } },
  MuiChip: { styleOverrides: { root: { borderRadius: radius.chip, height: 26, ...type.meta } } },
  MuiTooltip: { styleOverrides: { tooltip: { ...type.caption, backgroundColor: tokens.ink, color: tokens.surface } } },
  MuiTabs: { styleOverrides: { root: { minHeight: 40 }, indicator: { height: 2 } } },
  MuiTab: { styleOverrides: { root: { minHeight: 40, minWidth: 0, padding: '0 12px', color: tokens.ink2 } } },
  MuiAlert: { styleOverrides: { root: { borderRadius: radius.card } } },
  MuiSnackbar: { defaultProps: { anchorOrigin: { vertical: 'bottom', horizontal: 'left' } } },
});

const tables = (tokens: Tokens): Controls => ({
  MuiTableCell: {
    styleOverrides: {
      root: { borderBottom: `1px solid ${tokens.line}`, padding: '6px 16px', ...type.body },
      head: {
        ...type.meta,
        color: tokens.ink2,
        backgroundColor: tokens.canvas,
        height: 34,
        padding: '0 16px',
        fontWeight: 400,
      },
    },
  },
  MuiTableRow: {
    styleOverrides: { root: { '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: tokens.primarySoft } } },
  },
});
