import { createTheme } from '@mui/material/styles';

/**
 * MUI's theme in the colours of tokens.css. They are CSS variables, so that light and dark are one theme and a change
 * costs no rendering; `nativeColor` lets the browser mix the shades that MUI would otherwise compute.
 */
export const theme = createTheme({
  cssVariables: { nativeColor: true },
  palette: {
    primary: {
      main: 'var(--accent)',
      dark: 'var(--accent-strong)',
      light: 'var(--accent)',
      contrastText: 'var(--accent-ink)',
    },
    error: { main: 'var(--red)', dark: 'var(--red)', light: 'var(--red)', contrastText: 'var(--surface)' },
    text: { primary: 'var(--ink)', secondary: 'var(--ink-2)', disabled: 'var(--ink-3)' },
    background: { default: 'var(--bg)', paper: 'var(--raised)' },
    divider: 'var(--line)',
    action: { hover: 'var(--hover)', selected: 'var(--selected)', focus: 'var(--hover)' },
  },
  shape: { borderRadius: 8 },
  typography: {
    fontFamily: 'var(--font)',
    fontSize: 13.5,
    body1: { fontSize: 13.5, lineHeight: '20px' },
    body2: { fontSize: 12.5, lineHeight: '18px' },
    button: { fontSize: 13.5, lineHeight: '20px', fontWeight: 550, textTransform: 'none', letterSpacing: 0 },
  },
  transitions: { create: () => 'none' },
  components: {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: {
        root: { '&:focus-visible': { outline: '2px solid var(--accent)', outlineOffset: 2 } },
      },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none', boxShadow: 'var(--lift)' } } },
    MuiBackdrop: {
      styleOverrides: { root: { backgroundColor: 'var(--backdrop)' }, invisible: { backgroundColor: 'transparent' } },
    },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          fontSize: 13.5,
          lineHeight: '20px',
          minHeight: 34,
          padding: '6px 12px',
          borderRadius: 6,
          margin: '0 4px',
        },
      },
    },
    MuiMenu: { styleOverrides: { paper: { marginTop: 6 }, list: { padding: '4px 0' } } },
    MuiDialog: { styleOverrides: { paper: { borderRadius: 12 } } },
    MuiTooltip: {
      styleOverrides: {
        tooltip: {
          fontSize: 12.5,
          lineHeight: '18px',
          fontWeight: 450,
          padding: '6px 10px',
          color: 'var(--surface)',
          backgroundColor: 'var(--ink)',
          maxWidth: 280,
        },
      },
    },
  },
});
