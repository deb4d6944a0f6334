import type { Overrides, OverrideStyles } from './OverrideStyles';
import { radius, size, type } from '../tokens';

/** What one presses, and tabs. */
export function actionOverrides({
  c,
  accent,
  focusRing,
}: OverrideStyles): Overrides {
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true },
      styleOverrides: {
        root: {
          textTransform: 'none',
          fontSize: type.size.text,
          fontWeight: type.weight.medium,
          lineHeight: '20px',
          letterSpacing: 0,
          minHeight: size.control,
          padding: '5px 12px',
          borderRadius: radius.control,
          boxShadow: 'none',
        },
        text: { padding: '5px 8px', color: c.text },
        textPrimary: { color: c.link },
        outlined: {
          padding: '5px 12px',
          borderColor: c.controlBorder,
          color: c.text,
        },
        outlinedPrimary: { borderColor: c.controlBorder, color: c.text },
        contained: {
          boxShadow: 'none',
          backgroundColor: c.pressed,
          color: c.text,
          '&:hover': { boxShadow: 'none', backgroundColor: c.border },
        },
        containedPrimary: {
          backgroundColor: c.action,
          color: c.onAction,
          '&:hover': { backgroundColor: c.actionHover },
        },
        sizeSmall: {
          fontSize: type.size.table,
          minHeight: 28,
          padding: '3px 8px',
        },
      },
    },
    MuiIconButton: {
      styleOverrides: {
        root: {
          padding: 6,
          borderRadius: radius.control,
          color: c.textSecondary,
          '&:hover': { backgroundColor: c.hover },
        },
        sizeSmall: { padding: 4 },
        colorInherit: { color: 'inherit' },
      },
    },
    MuiTabs: {
      styleOverrides: {
        root: { minHeight: 40 },
        indicator: { height: 2, backgroundColor: accent },
      },
    },
    MuiTab: {
      styleOverrides: {
        root: {
          minHeight: 40,
          minWidth: '0 !important',
          padding: '8px 12px',
          textTransform: 'none',
          letterSpacing: 0,
          fontSize: type.size.text,
          fontWeight: type.weight.medium,
          color: c.textSecondary,
          opacity: 1,
          '&:hover': { color: c.text, backgroundColor: 'transparent' },
          '&.Mui-selected': { color: c.text },
        },
        textColorPrimary: { color: c.textSecondary },
        textColorInherit: { opacity: 1 },
      },
    },
    MuiChip: {
      styleOverrides: {
        root: {
          height: 22,
          margin: '0 4px 4px 0',
          fontSize: type.size.tiny,
          fontWeight: type.weight.regular,
          borderRadius: radius.control,
          backgroundColor: c.pressed,
          color: c.text,
        },
        outlined: { borderColor: c.border, backgroundColor: 'transparent' },
        clickable: { '&:hover, &:focus': { backgroundColor: c.border } },
        sizeSmall: { height: 20, fontSize: type.size.tiny },
        label: {
          padding: '0 8px',
          fontSize: type.size.tiny,
          lineHeight: '20px',
          fontWeight: type.weight.regular,
        },
        labelSmall: { padding: '0 6px', fontSize: type.size.tiny },
        deleteIcon: {
          width: 14,
          height: 14,
          margin: '0 4px 0 -4px',
          color: c.textSecondary,
        },
      },
    },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          height: size.control,
          padding: '0 12px',
          textTransform: 'none',
          color: c.textSecondary,
          borderColor: c.controlBorder,
          '&.Mui-selected': { color: c.text, backgroundColor: c.pressed },
        },
      },
    },
  };
}
