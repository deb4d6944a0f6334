import type { Overrides, OverrideStyles } from './OverrideStyles';
import { radius, size, type } from '../tokens';

/** Fields of forms. */
export function inputOverrides({
  c,
  accent,
  overlay,
}: OverrideStyles): Overrides {
  return {
    MuiInputBase: {
      styleOverrides: {
        root: { fontSize: type.size.text, lineHeight: '20px' },
        input: { '&::placeholder': { color: c.textSecondary, opacity: 1 } },
      },
    },
    MuiOutlinedInput: {
      styleOverrides: {
        root: {
          borderRadius: radius.control,
          backgroundColor: c.panel,
          '& .MuiOutlinedInput-notchedOutline': {
            borderColor: c.controlBorder,
          },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: c.text },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': {
            borderColor: accent,
            borderWidth: 2,
          },
        },
        input: { padding: '7px 10px' },
        inputMarginDense: { paddingTop: 6, paddingBottom: 6 },
        multiline: { padding: '7px 10px' },
        adornedStart: { paddingLeft: 10 },
        notchedOutline: { borderColor: c.controlBorder },
      },
    },
    MuiInput: {
      styleOverrides: {
        underline: {
          '&:before': { borderBottomColor: c.controlBorder },
          '&:after': { borderBottomColor: accent },
        },
      },
    },
    MuiInputLabel: {
      styleOverrides: {
        root: { color: c.textSecondary, '&.Mui-focused': { color: c.text } },
        outlined: {
          transform: 'translate(10px, 8px) scale(1)',
          '&.MuiInputLabel-shrink': {
            transform: 'translate(12px, -7px) scale(0.857)',
          },
        },
      },
    },
    MuiFormLabel: {
      styleOverrides: {
        root: {
          fontSize: type.size.text,
          color: c.textSecondary,
          '&.Mui-focused': { color: c.text },
        },
      },
    },
    MuiFormHelperText: {
      styleOverrides: {
        root: { fontSize: type.size.tiny, color: c.textSecondary },
        contained: { marginLeft: 0 },
      },
    },
    MuiFormControlLabel: {
      styleOverrides: { label: { fontSize: type.size.text } },
    },
    MuiCheckbox: {
      styleOverrides: {
        root: { padding: 4, color: c.controlBorder },
        colorPrimary: {
          '&.Mui-checked': { color: c.action },
        },
      },
    },
    MuiRadio: {
      styleOverrides: { root: { padding: 4, color: c.controlBorder } },
    },
    MuiSwitch: {
      defaultProps: { color: 'primary' },
      styleOverrides: {
        track: { backgroundColor: c.controlBorder, opacity: 1 },
        thumb: { boxShadow: 'none' },
        switchBase: {
          color: c.panel,
          '&.Mui-checked + .MuiSwitch-track': { opacity: 1 },
        },
        colorPrimary: {
          '&.Mui-checked': { color: c.panel },
          '&.Mui-checked + .MuiSwitch-track': { backgroundColor: c.action },
        },
      },
    },
    MuiSelect: {
      styleOverrides: {
        select: { '&:focus': { backgroundColor: 'transparent' } },
        icon: { color: c.textSecondary },
      },
    },
    MuiAutocomplete: {
      styleOverrides: {
        paper: overlay,
        option: { fontSize: type.size.text, minHeight: size.control },
        inputRoot: {
          '&[class*="MuiOutlinedInput-root"]': {
            padding: '2px 40px 2px 6px',
            '& .MuiAutocomplete-input': { padding: '4px' },
          },
        },
        tag: { margin: 2 },
        endAdornment: { top: 'calc(50% - 14px)' },
      },
    },
  };
}
