/* eslint-disable @backstage/no-deprecated-bui-tokens -- components of older plugins still read the old names */
import { modes, motion, radius, size, type, type ColourTokens } from './tokens';

const rem = (pixels: number) => `${pixels / 16}rem`;

/** Backstage UI's own names for what the tokens say. Stock and community components read these. */
export function buiVariables(c: ColourTokens): Record<string, string> {
  const status = (
    name: string,
    s: { text: string; subdued: string; border: string },
  ) => ({
    [`--bui-${name}-bg`]: s.text,
    [`--bui-${name}-bg-hover`]: s.text,
    [`--bui-${name}-bg-disabled`]: s.border,
    [`--bui-${name}-bg-subdued`]: s.subdued,
    [`--bui-${name}-bg-subdued-hover`]: s.subdued,
    [`--bui-${name}-bg-subdued-disabled`]: s.subdued,
    [`--bui-${name}-border`]: s.border,
    [`--bui-${name}-fg`]: c.panel,
    [`--bui-${name}-fg-disabled`]: c.textDisabled,
    [`--bui-${name}-fg-subdued`]: s.text,
    [`--bui-${name}-fg-subdued-disabled`]: c.textDisabled,
  });
  const surfaces = [c.panel, c.hover, c.panel, c.hover].flatMap((value, i) => [
    [`--bui-bg-neutral-${i + 1}`, value],
    [`--bui-bg-neutral-${i + 1}-hover`, i % 2 ? c.pressed : c.hover],
    [`--bui-bg-neutral-${i + 1}-pressed`, c.pressed],
    [`--bui-bg-neutral-${i + 1}-disabled`, c.hover],
  ]);
  return {
    '--bui-ring': c.accent,
    '--bui-scrollbar': 'transparent',
    '--bui-scrollbar-thumb': c.grey[5],
    ...Object.fromEntries(
      c.grey.slice(1).map((value, i) => [`--bui-gray-${i + 1}`, value]),
    ),
    '--bui-bg-app': c.ground,
    ...Object.fromEntries(surfaces),
    '--bui-fg-primary': c.text,
    '--bui-fg-secondary': c.textSecondary,
    '--bui-fg-disabled': c.textDisabled,
    '--bui-fg-positive': c.status.ok.text,
    '--bui-fg-negative': c.status.failing.text,
    '--bui-fg-warning': c.status.warning.text,
    '--bui-fg-announcement': c.status.running.text,
    '--bui-border-1': c.border,
    '--bui-border-2': c.controlBorder,
    '--bui-accent-bg': c.action,
    '--bui-accent-bg-hover': c.actionHover,
    '--bui-accent-bg-disabled': c.pressed,
    '--bui-accent-fg': c.onAction,
    '--bui-accent-fg-disabled': c.textDisabled,
    ...status('announcement', c.status.running),
    ...status('warning', c.status.warning),
    ...status('negative', c.status.failing),
    ...status('positive', c.status.ok),
    '--bui-bg-solid': c.action,
    '--bui-bg-solid-hover': c.actionHover,
    '--bui-bg-solid-pressed': c.actionHover,
    '--bui-bg-solid-disabled': c.pressed,
    '--bui-fg-solid': c.onAction,
    '--bui-fg-solid-disabled': c.textDisabled,
    '--bui-bg-danger': c.status.failing.subdued,
    '--bui-bg-warning': c.status.warning.subdued,
    '--bui-bg-success': c.status.ok.subdued,
    '--bui-bg-info': c.status.running.subdued,
    '--bui-fg-danger-on-bg': c.status.failing.text,
    '--bui-fg-warning-on-bg': c.status.warning.text,
    '--bui-fg-success-on-bg': c.status.ok.text,
    '--bui-fg-info-on-bg': c.status.running.text,
    '--bui-fg-danger': c.status.failing.text,
    '--bui-fg-success': c.status.ok.text,
    '--bui-fg-info': c.status.running.text,
    '--bui-border-info': c.status.running.border,
    '--bui-border-danger': c.status.failing.border,
    '--bui-border-warning': c.status.warning.border,
    '--bui-border-success': c.status.ok.border,
    '--bui-shadow': c.shadow,
  };
}

/** What Backstage UI has no name for. `plugins/` fall back to a Backstage UI variable where one of these is missing. */
export function ownVariables(c: ColourTokens): Record<string, string> {
  return {
    '--callboard-accent': c.accent,
    '--callboard-on-accent': c.onAccent,
    '--callboard-sunken': c.sunken,
    '--callboard-panel': c.panel,
    '--callboard-raised': c.raised,
    '--callboard-hover': c.hover,
    '--callboard-pressed': c.pressed,
    '--callboard-link': c.link,
    '--callboard-link-hover': c.linkHover,
    '--callboard-highlight': c.highlight,
    '--callboard-overlay': c.overlay,
  };
}

const sharedVariables: Record<string, string> = {
  '--bui-font-regular': type.text,
  '--bui-font-monospace': type.code,
  '--bui-font-weight-regular': String(type.weight.regular),
  '--bui-font-weight-bold': String(type.weight.strong),
  '--bui-font-size-1': rem(type.size.tiny),
  '--bui-font-size-2': rem(type.size.table),
  '--bui-font-size-3': rem(type.size.text),
  '--bui-font-size-4': rem(type.size.large),
  '--bui-font-size-5': rem(type.size.title),
  '--bui-font-size-6': rem(type.size.title),
  '--bui-font-size-7': rem(type.size.display),
  '--bui-font-size-8': rem(type.size.display),
  '--bui-radius-1': '2px',
  '--bui-radius-2': `${radius.control}px`,
  '--bui-radius-3': `${radius.panel}px`,
  '--bui-radius-4': `${radius.panel}px`,
  '--bui-radius-5': `${radius.panel}px`,
  '--bui-radius-6': `${radius.panel}px`,
  '--callboard-top-bar': `${size.topBar}px`,
  '--bui-header-height': `${size.topBar}px`,
  '--callboard-appear': motion.appear,
};

const block = (selector: string, variables: Record<string, string>) =>
  `${selector}{${Object.entries(variables)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;

/** The stylesheet text that carries all tokens, for the page and for any part of it that asks for a mode of its own. */
export function tokenStylesheet(): string {
  return [
    // Backstage UI sets its own on these elements, so the root alone would not do.
    block(':root,[data-theme-mode]', sharedVariables),
    ...Object.entries(modes).map(([mode, colours]) =>
      block(
        mode === 'light'
          ? `:root,[data-theme-mode='light']`
          : `[data-theme-mode='${mode}']`,
        {
          'color-scheme': mode,
          ...buiVariables(colours),
          ...ownVariables(colours),
        },
      ),
    ),
  ].join('\n');
}
