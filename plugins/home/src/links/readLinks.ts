import type { ConfigApi } from '@backstage/frontend-plugin-api';

export interface HomeLink {
  title: string;
  url: string;
  description?: string;
}

const LISTS = ['home.links', 'app.branding.links'];

/** The links that the configuration adds, each address once. */
export function readLinks(config: ConfigApi): HomeLink[] {
  const links = LISTS.flatMap(
    key => config.getOptionalConfigArray(key) ?? [],
  ).map(link => ({
    title: link.getString('title'),
    url: link.getString('url'),
    description: link.getOptionalString('description'),
  }));
  return links.filter(
    ({ url }, index) =>
      isWebOrPath(url) && links.findIndex(other => other.url === url) === index,
  );
}

/** An address such as `javascript:...` must never become a link. */
function isWebOrPath(url: string): boolean {
  return /^(https?:|mailto:)/i.test(url) || /^\/(?![/\\])/.test(url);
}
