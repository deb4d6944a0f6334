import path from 'node:path';
import { MkdocsConfig } from '../config/MkdocsConfig';
import { Page } from './Page';
import { pageUrl, relativeUrl } from './pageUrl';
import { renderRedirect } from './renderRedirect';

/** The pages of the `redirects` plugin; one that leads nowhere, or hides a page, is reported. */
export function redirectPages(options: {
  config: Pick<MkdocsConfig, 'redirects' | 'useDirectoryUrls'>;
  pages: Page[];
  report: (message: string) => void;
}): { file: string; html: string }[] {
  const { pages, report } = options;
  const { redirects, useDirectoryUrls } = options.config;
  const byPath = new Map(pages.map(page => [page.docPath, page]));
  return Object.entries(redirects).flatMap(([from, to]) => {
    const docPath = path.posix.normalize(from).replace(/^\/+/, '');
    const [name, anchor = ''] = to.split(/(?=#)/);
    const page = byPath.get(name);
    const taken = byPath.has(docPath);
    const external = /^https?:\/\//i.test(to);
    if (docPath.startsWith('..') || taken || (!page && !external)) {
      report(
        `redirect from '${from}' to '${to}' ignored: not a page of this site`,
      );
      return [];
    }
    const { file, url } = pageUrl({ docPath, useDirectoryUrls });
    const target = page
      ? relativeUrl({ from: url, to: page.url }) + anchor
      : to;
    return [{ file, html: renderRedirect({ target }) }];
  });
}
