import { setImmediate } from 'node:timers/promises';
import { PageCache } from '../cache/PageCache';
import { DocsFile } from './collectDocs';
import { createLinkResolver } from './createLinkResolver';
import { createPageRenderer, PageRenderer } from './createPageRenderer';
import { forEachLimited } from './forEachLimited';
import { loadPage } from './loadPage';
import { Page } from './Page';
import { Site } from './Site';

// Enough that the disk never waits for the renderer; more only takes memory.
const AT_ONCE = 8;

/** All pages, in the order of their files, and how many of them were rendered for it. */
export async function loadPages(options: {
  files: DocsFile[];
  docPaths: Set<string>;
  sites: Site[];
  iframeHosts: string[];
  cache?: PageCache;
  onPage: (done: number) => void;
  report: (message: string) => void;
}): Promise<{ pages: Page[]; rendered: number }> {
  const { files, docPaths, sites, report, onPage } = options;
  const { docsDir, useDirectoryUrls } = sites[0].config;
  const renderers = new Map<Site, PageRenderer>(
    sites.map(site => [site, createPageRenderer({ ...options, site })]),
  );
  const pages: Page[] = [];
  // Said in the order of the files, whichever is done first.
  const messages: string[][] = files.map(() => []);
  let done = 0;
  let rendered = 0;
  await forEachLimited({
    items: files,
    limit: AT_ONCE,
    async work(source, index) {
      const say = (message: string) => messages[index].push(message);
      const resolveLink = createLinkResolver({
        ...{ docsDir, docPaths, useDirectoryUrls },
        report: say,
      })(source);
      const { page, isCached } = await loadPage({
        source,
        useDirectoryUrls,
        render: renderers.get(source.site)!,
        resolveLink,
        report: say,
      });
      pages[index] = page;
      done += 1;
      rendered += isCached ? 0 : 1;
      onPage(done);
      // The portal answers others between two pages.
      await setImmediate();
    },
  });
  messages.flat().forEach(report);
  return { pages, rendered };
}
