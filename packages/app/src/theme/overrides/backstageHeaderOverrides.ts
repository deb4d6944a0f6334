import type { Overrides, OverrideStyles } from './OverrideStyles';
import { size, space, type } from '../tokens';

/** Pages and headers of `@backstage/core-components`: one line of header, then what the person came for. */
export function backstageHeaderOverrides({
  c,
  line,
  truncated,
}: OverrideStyles): Overrides {
  return {
    BackstagePage: {
      styleOverrides: {
        root: {
          height: 'auto',
          minHeight: `calc(100vh - ${size.topBar}px)`,
          overflowY: 'visible',
          display: 'flex',
          flexDirection: 'column',
        },
      },
    },
    BackstageContent: {
      styleOverrides: {
        root: {
          padding: `${space[4]}px ${space[5]}px !important`,
          '@media (max-width: 799px)': {
            padding: `${space[3]}px !important`,
          },
        },
      },
    },
    BackstageHeader: {
      styleOverrides: {
        header: {
          minHeight: 52,
          padding: `${space[2]}px ${space[5]}px`,
          boxShadow: 'none',
          backgroundImage: 'none',
          backgroundColor: 'transparent',
          borderBottom: line,
          alignItems: 'center',
          '@media (max-width: 799px)': {
            padding: `${space[2]}px ${space[3]}px`,
          },
        },
        leftItemsBox: {
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'baseline',
          gap: '0 8px',
          minWidth: 0,
          maxWidth: '100%',
        },
        title: {
          ...truncated,
          color: c.text,
          fontSize: type.size.title,
          fontWeight: type.weight.strong,
          margin: 0,
        },
        subtitle: {
          color: c.textSecondary,
          fontSize: type.size.table,
          opacity: 1,
        },
        type: {
          color: c.textSecondary,
          fontSize: type.size.tiny,
          textTransform: 'none',
          letterSpacing: 0,
          marginBottom: 0,
          opacity: 1,
        },
        breadcrumb: { color: c.textSecondary },
        rightItemsBox: { width: 'auto', flex: 'none' },
      },
    },
    BackstageHeaderLabel: {
      styleOverrides: {
        root: { textAlign: 'left' },
        label: {
          color: c.textSecondary,
          fontSize: type.size.tiny,
          fontWeight: type.weight.regular,
          letterSpacing: 0,
          opacity: 1,
        },
        value: { color: c.text, fontSize: type.size.table, opacity: 1 },
      },
    },
    BackstageHeaderTabs: {
      styleOverrides: {
        tabsWrapper: {
          backgroundColor: 'transparent',
          borderBottom: line,
          paddingLeft: space[3],
        },
        defaultTab: {
          padding: '8px 12px',
          fontSize: type.size.text,
          fontWeight: type.weight.medium,
          textTransform: 'none',
          color: c.textSecondary,
        },
        selected: { color: c.text },
        tabRoot: {
          '&:hover': { backgroundColor: 'transparent', color: c.text },
        },
      },
    },
    BackstageContentHeader: {
      styleOverrides: {
        container: {
          alignItems: 'center',
          marginBottom: space[3],
          gap: space[2],
        },
        leftItemsBox: { marginBottom: 0 },
        title: {
          fontSize: type.size.large,
          fontWeight: type.weight.strong,
          marginBottom: 0,
        },
        rightItemsBox: { marginTop: 0, gap: space[2] },
      },
    },
  };
}
