import type { Overrides, OverrideStyles } from './OverrideStyles';
import { size, type } from '../tokens';

/** Dense tables whose rows never wrap. */
export function tableOverrides({
  c,
  line,
  truncated,
}: OverrideStyles): Overrides {
  return {
    MuiTableContainer: { styleOverrides: { root: { overflowX: 'auto' } } },
    MuiTableRow: {
      styleOverrides: {
        root: {
          height: size.row,
          '&:nth-of-type(odd)': { backgroundColor: 'transparent' },
          '&.MuiTableRow-hover:hover, tbody > &:hover': {
            backgroundColor: c.hover,
          },
        },
        head: { height: size.row },
        footer: { height: size.row },
      },
    },
    MuiTableCell: {
      styleOverrides: {
        root: {
          ...truncated,
          height: size.row,
          maxWidth: 320,
          padding: '0 12px',
          fontSize: type.size.table,
          lineHeight: '20px',
          verticalAlign: 'middle',
          borderBottom: line,
          wordBreak: 'normal',
        },
        sizeSmall: { padding: '0 12px' },
        paddingNone: { padding: 0 },
        paddingCheckbox: { padding: '0 4px' },
        head: {
          color: c.textSecondary,
          fontSize: type.size.tiny,
          fontWeight: type.weight.medium,
          lineHeight: '16px',
        },
        body: { color: c.text },
        footer: { color: c.textSecondary, borderBottom: 0 },
      },
    },
    MuiTableSortLabel: {
      styleOverrides: {
        root: {
          color: 'inherit',
          '&:hover': { color: c.text },
          '&.Mui-active, &.MuiTableSortLabel-active': { color: c.text },
        },
        icon: { fontSize: 14 },
      },
    },
    MuiTablePagination: {
      styleOverrides: {
        root: { fontSize: type.size.table, color: c.textSecondary },
        toolbar: { minHeight: 44, paddingLeft: 12 },
        caption: { fontSize: type.size.table },
      },
    },
  };
}
