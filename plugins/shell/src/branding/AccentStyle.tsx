import type { Branding } from './Branding';

/** Sets the brand's accent over the theme's. */
export function AccentStyle(props: { accent: Branding['accent'] }) {
  const rule = (selector: string, colour?: string) =>
    colour
      ? `${selector}{--callboard-accent:${colour};--bui-ring:${colour}}`
      : '';
  const css =
    rule("body:not([data-theme-mode='dark'])", props.accent.light) +
    rule("body[data-theme-mode='dark']", props.accent.dark);
  return css ? <style>{css}</style> : null;
}
