import type { Overrides, OverrideStyles } from './OverrideStyles';
import { radius, space, type } from '../tokens';

/** The other components of `@backstage/core-components` and of stock plugins. */
export function backstageOverrides({
  c,
  accent,
  line,
  truncated,
}: OverrideStyles): Overrides {
  return {
    BackstageInfoCard: {
      styleOverrides: {
        header: { padding: `${space[3]}px ${space[4]}px` },
        headerTitle: {
          fontSize: type.size.text,
          fontWeight: type.weight.strong,
          margin: 0,
        },
        headerSubheader: { fontSize: type.size.table, color: c.textSecondary },
        subheader: { fontSize: type.size.table },
      },
    },
    BackstageTableToolbar: {
      styleOverrides: {
        root: {
          padding: `${space[2]}px ${space[3]}px`,
          minHeight: 48,
          gap: space[2],
          // Title and search above each other, without the empty element that holds them apart.
          '@media (max-width: 799px)': {
            flexWrap: 'wrap',
            '& > div:empty': { display: 'none' },
          },
        },
        title: {
          ...truncated,
          '@media (max-width: 799px)': { flex: '1 1 100%' },
          '& > h5, & > h6, & > h2': {
            fontSize: type.size.text,
            fontWeight: type.weight.strong,
            margin: 0,
          },
        },
        searchField: {
          paddingRight: 0,
          minWidth: 160,
          '@media (max-width: 799px)': { flex: 1, paddingLeft: 0 },
        },
      },
    },
    BackstageTableHeader: {
      styleOverrides: {
        header: {
          padding: '0 12px',
          borderTop: 0,
          borderBottom: line,
          textTransform: 'none',
          fontWeight: type.weight.medium,
          fontSize: type.size.tiny,
          color: `${c.textSecondary} !important`,
          backgroundColor: c.panel,
          whiteSpace: 'nowrap',
        },
      },
    },
    BackstageItemCardHeader: {
      styleOverrides: {
        root: {
          color: c.text,
          padding: `${space[3]}px ${space[4]}px 0`,
          backgroundImage: 'none',
          backgroundColor: 'transparent',
        },
      },
    },
    BackstageItemCardGrid: {
      styleOverrides: {
        root: {
          gridTemplateColumns:
            'repeat(auto-fill, minmax(min(20rem, 100%), 1fr))',
          gridGap: space[3],
        },
      },
    },
    BackstageBottomLink: {
      styleOverrides: {
        root: {
          padding: `${space[2]}px ${space[4]}px`,
          backgroundColor: 'transparent',
        },
        boxTitle: { fontSize: type.size.table, color: c.link },
        arrow: { color: c.textSecondary },
      },
    },
    BackstageIconLinkVertical: {
      styleOverrides: {
        label: {
          fontSize: type.size.tiny,
          fontWeight: type.weight.regular,
          textTransform: 'none',
          letterSpacing: 0,
        },
        primary: { color: c.text },
        secondary: { color: c.text },
        disabled: { color: c.textSecondary },
      },
    },
    BackstageOverflowTooltip: {
      styleOverrides: { container: { overflow: 'visible !important' } },
    },
    BackstageMetadataTableTitleCell: {
      styleOverrides: {
        root: { color: c.textSecondary, fontWeight: type.weight.regular },
      },
    },
    BackstageDependencyGraphDefaultNode: {
      styleOverrides: {
        node: { fill: c.panel, stroke: c.controlBorder },
        text: { fill: c.text },
      },
    },
    BackstageDependencyGraphEdge: {
      styleOverrides: { path: { stroke: c.grey[6] }, label: {} },
    },
    BackstageDependencyGraphDefaultLabel: {
      styleOverrides: { text: { fill: c.textSecondary } },
    },
    PluginCatalogGraphCustomNode: {
      styleOverrides: {
        node: {
          fill: c.panel,
          stroke: c.controlBorder,
          '&.primary': { fill: c.panel, stroke: c.controlBorder },
          '&.secondary': { fill: c.pressed, stroke: accent },
        },
        text: {
          fill: c.text,
          '&.primary': { fill: c.text },
          '&.secondary': { fill: c.text },
        },
      },
    },
    PluginCatalogGraphCustomLabel: {
      styleOverrides: {
        text: { fill: c.textSecondary },
        secondary: { fill: c.textSecondary },
      },
    },
    BackstageSubvalueCell: {
      styleOverrides: {
        value: { display: 'inline', marginBottom: 0 },
        subvalue: {
          display: 'inline',
          marginLeft: space[2],
          color: c.textSecondary,
          fontSize: type.size.tiny,
        },
      },
    },
    BackstageErrorPageMicDrop: {
      styleOverrides: { micDrop: { display: 'none' } },
    },
    BackstageErrorPage: {
      styleOverrides: {
        title: { fontSize: type.size.display },
        subtitle: { color: c.textSecondary },
      },
    },
    BackstageWarningPanel: {
      styleOverrides: {
        panel: {
          backgroundColor: c.status.warning.subdued,
          color: c.text,
          boxShadow: 'none',
          border: `1px solid ${c.status.warning.border}`,
        },
        summaryText: { color: c.text, fontWeight: type.weight.medium },
        message: { color: c.text, backgroundColor: 'transparent' },
        details: { color: c.text, backgroundColor: c.panel },
      },
    },
    BackstageEmptyState: {
      styleOverrides: {
        root: { backgroundColor: 'transparent', padding: space[5] },
        imageContainer: { display: 'none' },
      },
    },
    CatalogReactUserListPicker: {
      styleOverrides: {
        root: { backgroundColor: 'transparent', border: 0, boxShadow: 'none' },
        title: {
          margin: '8px 0 4px',
          fontSize: type.size.tiny,
          fontWeight: type.weight.medium,
          color: c.textSecondary,
          textTransform: 'none',
        },
        groupWrapper: { margin: '0 0 8px' },
        menuTitle: { fontWeight: type.weight.regular },
      },
    },
    BackstageSelectInputBase: {
      styleOverrides: {
        root: { 'label + &': { marginTop: 26 } },
        input: {
          borderRadius: radius.control,
          backgroundColor: c.panel,
          borderColor: c.controlBorder,
          fontSize: type.size.text,
          padding: '5px 26px 5px 10px',
          '&:focus': {
            borderRadius: radius.control,
            background: c.panel,
          },
        },
      },
    },
  };
}
