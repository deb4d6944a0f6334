import { createUnifiedTheme, genPageTheme, palettes } from '@backstage/theme';
import { componentOverrides } from './componentOverrides';
import { modes, type, type Mode } from './tokens';

/** The Material UI themes (4 and 5) of stock and community pages, derived from the tokens. */
export function createPortalTheme(mode: Mode) {
  const c = modes[mode];
  const heading = (size: number, weight: number = type.weight.strong) => ({
    // In px and not as a number, which the docs reader would take for a share of its own size.
    fontSize: `${size}px`,
    fontWeight: weight,
    lineHeight: 1.3,
    letterSpacing: '-0.01em',
    marginBottom: 4,
  });
  const flat = genPageTheme({
    colors: [c.panel, c.panel],
    shape: 'none',
    options: { fontColor: c.text },
  });
  const theme = createUnifiedTheme({
    fontFamily: type.text,
    palette: {
      ...palettes[mode],
      background: { default: c.ground, paper: c.panel },
      primary: { main: c.action, contrastText: c.onAction },
      secondary: { main: c.link, contrastText: c.panel },
      error: { main: c.status.failing.text, contrastText: c.panel },
      warning: { main: c.status.warning.text, contrastText: c.panel },
      info: { main: c.status.running.text, contrastText: c.panel },
      success: { main: c.status.ok.text, contrastText: c.panel },
      text: {
        primary: c.text,
        secondary: c.textSecondary,
        disabled: c.textDisabled,
      },
      divider: c.border,
      action: {
        hover: c.hover,
        selected: c.pressed,
        focus: c.pressed,
        active: c.textSecondary,
        disabled: c.textDisabled,
        disabledBackground: c.hover,
      },
      status: {
        ok: c.status.ok.text,
        warning: c.status.warning.text,
        error: c.status.failing.text,
        running: c.status.running.text,
        pending: c.status.warning.text,
        aborted: c.status.unknown.text,
      },
      banner: {
        info: c.status.running.subdued,
        error: c.status.failing.subdued,
        warning: c.status.warning.subdued,
        text: c.text,
        link: c.link,
        closeButtonColor: c.text,
      },
      border: c.border,
      textContrast: c.text,
      textVerySubtle: c.grey[5],
      textSubtle: c.textSecondary,
      highlight: c.highlight,
      errorBackground: c.status.failing.subdued,
      warningBackground: c.status.warning.subdued,
      infoBackground: c.status.running.subdued,
      errorText: c.status.failing.text,
      infoText: c.status.running.text,
      warningText: c.status.warning.text,
      link: c.link,
      linkHover: c.linkHover,
      gold: c.accent,
      navigation: {
        background: c.sunken,
        indicator: c.accent,
        color: c.textSecondary,
        selectedColor: c.text,
        navItem: { hoverBackground: c.hover },
        submenu: { background: c.raised },
      },
      tabbar: { indicator: c.accent },
      bursts: {
        ...palettes[mode].bursts,
        fontColor: c.text,
        backgroundColor: { default: c.ground },
        gradient: { linear: 'none' },
      },
    },
    typography: {
      htmlFontSize: 16,
      fontFamily: type.text,
      h1: heading(type.size.display),
      h2: heading(type.size.title),
      h3: heading(type.size.title),
      h4: heading(type.size.large),
      h5: heading(type.size.large),
      h6: heading(type.size.text),
    },
    defaultPageTheme: 'home',
    // One look for every kind of page: a page's type is said in words, not in the colour of its header.
    pageTheme: Object.fromEntries(
      [
        'home',
        'documentation',
        'tool',
        'service',
        'website',
        'library',
        'other',
        'app',
        'apis',
        'card',
      ].map(id => [id, flat]),
    ),
    components: componentOverrides(c),
  });

  // Stock pages read shadows by number. Only what lies above the page (8 and up) keeps one.
  for (const version of ['v4', 'v5'] as const) {
    const { shadows } = theme.getTheme(version) as { shadows: string[] };
    shadows.forEach((_, i) => {
      shadows[i] = i < 8 ? 'none' : c.shadow;
    });
  }
  return theme;
}
