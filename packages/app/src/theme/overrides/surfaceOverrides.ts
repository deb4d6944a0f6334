import type { Overrides, OverrideStyles } from './OverrideStyles';
import { radius, size, space, type } from '../tokens';

/** Ground, panels and what lies above the page. */
export function surfaceOverrides({
  c,
  line,
  overlay,
  truncated,
}: OverrideStyles): Overrides {
  return {
    MuiCssBaseline: { styleOverrides: {} },
    MuiGrid: { defaultProps: { spacing: 2 } },
    MuiPaper: {
      styleOverrides: {
        root: { backgroundImage: 'none' },
        rounded: { borderRadius: radius.panel },
        elevation0: { boxShadow: 'none' },
        elevation1: { boxShadow: 'none', border: line },
        elevation2: { boxShadow: 'none', border: line },
        elevation3: { boxShadow: 'none', border: line },
        elevation4: { boxShadow: 'none', border: line },
        elevation8: overlay,
        elevation16: { boxShadow: c.shadow },
        elevation24: overlay,
        outlined: { borderColor: c.border },
      },
    },
    MuiCard: { styleOverrides: { root: { boxShadow: 'none', border: line } } },
    MuiCardHeader: {
      styleOverrides: {
        root: { padding: `${space[3]}px ${space[4]}px`, minHeight: 44 },
        title: { fontSize: type.size.text, fontWeight: type.weight.strong },
        subheader: {
          fontSize: type.size.table,
          color: c.textSecondary,
          paddingTop: 2,
        },
        action: { marginTop: -6, marginRight: -8, marginBottom: -6 },
      },
    },
    MuiCardContent: {
      styleOverrides: { root: { padding: space[4], flexGrow: 1 } },
    },
    MuiCardActions: {
      styleOverrides: {
        root: {
          padding: `${space[2]}px ${space[4]}px`,
          justifyContent: 'flex-end',
        },
      },
    },
    MuiDivider: { styleOverrides: { root: { backgroundColor: c.border } } },
    MuiMenu: { styleOverrides: { paper: overlay } },
    MuiPopover: { styleOverrides: { paper: overlay } },
    MuiMenuItem: {
      styleOverrides: {
        root: {
          fontSize: type.size.text,
          minHeight: size.control,
          paddingTop: 4,
          paddingBottom: 4,
          '&:hover, &:focus': { backgroundColor: c.hover },
          '&.Mui-selected': { backgroundColor: c.pressed },
        },
      },
    },
    MuiTooltip: {
      styleOverrides: {
        tooltip: {
          backgroundColor: c.action,
          color: c.onAction,
          fontSize: type.size.tiny,
          fontWeight: type.weight.regular,
          lineHeight: '16px',
          padding: '6px 8px',
          borderRadius: radius.control,
        },
        arrow: { color: c.action },
      },
    },
    MuiDialogTitle: {
      styleOverrides: { root: { padding: `${space[4]}px ${space[5]}px` } },
    },
    MuiDialogActions: {
      styleOverrides: { root: { padding: `${space[3]}px ${space[5]}px` } },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { backgroundColor: c.overlay },
        invisible: { backgroundColor: 'transparent' },
      },
    },
    MuiAccordion: {
      styleOverrides: {
        root: {
          boxShadow: 'none',
          border: line,
          '&:before': { display: 'none' },
        },
      },
    },
    MuiList: {
      styleOverrides: { padding: { paddingTop: 4, paddingBottom: 4 } },
    },
    MuiListItem: {
      styleOverrides: {
        root: { paddingTop: 4, paddingBottom: 4 },
        gutters: { paddingLeft: 12, paddingRight: 12 },
        button: { '&:hover': { backgroundColor: c.hover } },
      },
    },
    MuiListItemIcon: {
      styleOverrides: { root: { minWidth: 32, color: c.textSecondary } },
    },
    MuiListItemText: {
      styleOverrides: {
        primary: { fontSize: type.size.text },
        secondary: { fontSize: type.size.table, color: c.textSecondary },
        dense: truncated,
      },
    },
    MuiListSubheader: {
      styleOverrides: {
        root: {
          fontSize: type.size.tiny,
          fontWeight: type.weight.medium,
          lineHeight: '32px',
          color: c.textSecondary,
        },
      },
    },
    MuiTypography: {
      styleOverrides: {
        button: { textTransform: 'none', letterSpacing: 0 },
        overline: { letterSpacing: 0, textTransform: 'none' },
        caption: { fontSize: type.size.tiny, lineHeight: '16px' },
        body1: { fontSize: type.size.text, lineHeight: '20px' },
        body2: { fontSize: type.size.text, lineHeight: '20px' },
        subtitle1: { fontSize: type.size.text, lineHeight: '20px' },
        subtitle2: { fontSize: type.size.text, lineHeight: '20px' },
      },
    },
    MuiAvatar: {
      styleOverrides: {
        colorDefault: { backgroundColor: c.pressed, color: c.text },
      },
    },

    MuiLink: {
      defaultProps: { underline: 'hover' },
      styleOverrides: { root: { color: c.link } },
    },
  };
}
