import type { Config } from '@backstage/config';
import type { Branding, BrandLink } from './Branding';
import { colourContrast, isHexColour } from './colourContrast';

/** The surfaces an accent is seen on. It marks controls, so it needs a contrast of 3. */
const SURFACES = { light: '#ffffff', dark: '#1e1e1c' };

const isLocalPath = (value: string) => /^\/(?![/\\])/.test(value);
const isImage = (value: string) =>
  isLocalPath(value) || /^data:image\//i.test(value);
const isLink = (value: string) =>
  isLocalPath(value) || /^(https?:\/\/|mailto:)/i.test(value);

/**
 * Reads the branding. A value that cannot be used is left out, and the portal's own stands in for it: a typing error
 * in a colour must not take the portal down.
 */
export function readBranding(config: Config): Branding {
  const text = (key: string, accept: (value: string) => boolean = Boolean) => {
    const value = config.getOptional(`app.branding.${key}`);
    return typeof value === 'string' && accept(value) ? value : undefined;
  };
  const accent = (mode: 'light' | 'dark') =>
    text(
      `accent.${mode}`,
      value => isHexColour(value) && colourContrast(value, SURFACES[mode]) >= 3,
    );

  return {
    name: config.getOptionalString('app.title') ?? 'Callboard',
    logo: {
      full: text('logo.full', isImage),
      fullDark: text('logo.fullDark', isImage),
      icon: text('logo.icon', isImage),
      iconDark: text('logo.iconDark', isImage),
    },
    accent: { light: accent('light'), dark: accent('dark') },
    links: readLinks(config.getOptional('app.branding.links')),
    support: readSupport(text),
    banner: readBanner(text),
  };
}

type ReadText = (
  key: string,
  accept?: (value: string) => boolean,
) => string | undefined;

function readLinks(value: unknown): BrandLink[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (link): link is BrandLink =>
      typeof link?.title === 'string' &&
      typeof link?.url === 'string' &&
      isLink(link.url),
  );
}

function readSupport(text: ReadText): Branding['support'] {
  const url = text('support.url', isLink);
  const email = text('support.email', value => value.includes('@'));
  if (!url && !email) return undefined;
  return { name: text('support.name') ?? 'Support', url, email };
}

function readBanner(text: ReadText): Branding['banner'] {
  const message = text('banner.text');
  if (!message) return undefined;
  const severity = text('banner.severity');
  const title = text('banner.link.title');
  const url = text('banner.link.url', isLink);
  return {
    text: message,
    severity:
      severity === 'warning' || severity === 'danger' ? severity : 'info',
    link: title && url ? { title, url } : undefined,
  };
}
