import type { UnifiedThemeOptions } from '@backstage/theme';
import { radius, size, space, type, type ColourTokens } from './tokens';

const truncated = {
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
} as const;

/**
 * What stock and community pages draw with Material UI, brought to the portal's look: flat panels with one border, no
 * shadow but on overlays, one line of header, dense tables. Names beginning with `Backstage` are those of
 * `@backstage/core-components`.
 */
export function componentOverrides(
  c: ColourTokens,
): NonNullable<UnifiedThemeOptions['components']> {
  // A variable, so that a brand's own accent reaches stock pages too.
  const accent = 'var(--callboard-accent)';
  const line = `1px solid ${c.border}`;
  const overlay = {
    border: line,
    borderRadius: radius.panel,
    boxShadow: c.shadow,
    backgroundColor: c.raised,
    backgroundImage: 'none',
  };
  const focusRing = {
    outline: `2px solid ${accent}`,
    outlineOffset: 1,
  };
  const overrides: Record<string, { [key: string]: unknown }> = {
    MuiCssBaseline: { styleOverrides: {} },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
    },
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
    MuiLinearProgress: {
      styleOverrides: {
        root: { height: 2, backgroundColor: c.border },
        colorPrimary: { backgroundColor: c.border },
        bar: { backgroundColor: accent },
        barColorPrimary: { backgroundColor: accent },
      },
    },
    MuiCircularProgress: {
      styleOverrides: { colorPrimary: { color: accent } },
    },
    MuiStepper: {
      styleOverrides: { root: { backgroundColor: 'transparent' } },
    },
    MuiStepLabel: {
      styleOverrides: {
        label: {
          color: c.textSecondary,
          fontSize: type.size.text,
          '&.Mui-active, &.MuiStepLabel-active': { color: c.text },
        },
      },
    },
    MuiStepIcon: {
      styleOverrides: {
        root: {
          color: c.controlBorder,
          '&.MuiStepIcon-active': { color: c.action },
          '&.MuiStepIcon-completed': { color: c.status.ok.text },
        },
        text: { fill: c.panel, fontWeight: type.weight.strong },
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
    MuiAlert: {
      styleOverrides: {
        root: { borderRadius: radius.panel, fontSize: type.size.text },
        ...Object.fromEntries(
          (
            [
              ['Success', c.status.ok],
              ['Info', c.status.running],
              ['Warning', c.status.warning],
              ['Error', c.status.failing],
            ] as const
          ).map(([name, s]) => [
            `standard${name}`,
            {
              color: s.text,
              backgroundColor: s.subdued,
              '& .MuiAlert-icon': { color: s.text },
            },
          ]),
        ),
      },
    },
    MuiLink: {
      defaultProps: { underline: 'hover' },
      styleOverrides: { root: { color: c.link } },
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
  return overrides as NonNullable<UnifiedThemeOptions['components']>;
}
