import { PageCache } from '../cache/PageCache';
import { SourceLinks } from '../config/resolveSourceLinks';
import { buildNav, pagesInOrder } from './buildNav';
import { collectDocs } from './collectDocs';
import { createNavRenderer } from './createNavRenderer';
import { loadPages } from './loadPages';
import { pageEditUrl } from './pageEditUrl';
import { readSites } from './readSites';
import { redirectPages } from './redirectPages';
import { renderLayout } from './renderLayout';
import { reportOnce } from './reportOnce';
import { searchIndex } from './searchIndex';
import { startPage } from './startPage';
import { STYLESHEET, STYLESHEET_PATH } from './styles/stylesheet';
import { writeMetadata } from './writeMetadata';
import { SiteFile, writeSite } from './writeSite';

/** What a build came to. */
export interface SiteResult {
  pages: number;
  /** Files copied as they are. */
  assets: number;
  /** Pages that did not come from the cache. */
  rendered: number;
}

/** What to build, and where to. */
export interface BuildSiteOptions {
  inputDir: string;
  /** Created when missing. */
  outputDir: string;
  /** For a site that does not name itself. */
  siteName?: string;
  etag?: string;
  /** Hosts that frames in a page may show; none unless said. */
  iframeHosts?: string[];
  /** Rendered pages of earlier builds. */
  cache?: PageCache;
  sourceLinks?: (docsDir: string) => SourceLinks;
  /** Gets what is wrong with the site, or ignored. */
  report: (message: string) => void;
  /** Gets what is good to know. */
  tell?: (message: string) => void;
  /** Called for each page that is rendered, or found in the cache. */
  onProgress?: (progress: { done: number; total: number }) => void;
  now?: () => number;
}

/**
 * Builds the documentation site of a folder, which is only read.
 *
 * @throws InputError or NotAllowedError when there is no site to build; a single bad page, link
 *   or setting goes to `report` instead.
 */
export async function buildSite(
  options: BuildSiteOptions,
): Promise<SiteResult> {
  const { outputDir, siteName, etag, cache, now = Date.now } = options;
  const { inputDir, tell = () => {}, onProgress } = options;
  const report = reportOnce(options.report);
  const sites = await readSites({ inputDir, siteName, report, tell });
  const [main] = sites;
  const links = options.sourceLinks?.(main.config.docsDir) ?? {};
  const config = {
    ...main.config,
    repoUrl: main.config.repoUrl ?? links.repoUrl,
    editUri: main.config.editUri ?? links.editUri,
  };
  const { useDirectoryUrls } = config;

  const files = await collectDocs({ sites, report });
  const docPaths = new Set(
    [...files.pages, ...files.assets].map(({ docPath }) => docPath),
  );
  const total = files.pages.length;
  const { pages, rendered } = await loadPages({
    files: files.pages,
    ...{ docPaths, sites, cache, report },
    iframeHosts: options.iframeHosts ?? [],
    onPage: done => onProgress?.({ done, total }),
  });

  const nav = buildNav({ entries: config.nav, pages, report });
  const order = pagesInOrder(nav);
  const positions = new Map(order.map(({ page }, i) => [page, i]));
  if (!pages.some(page => page.file === 'index.html')) {
    report(
      `There is no ${config.docsDir}/index.md; the start page is a list of the pages`,
    );
    pages.push(
      startPage({ siteName: config.siteName, pages, useDirectoryUrls }),
    );
  }
  const renderNav = createNavRenderer({ items: nav, ...config });
  const layOut = (page: (typeof pages)[number]): string => {
    const at = positions.get(page) ?? -1;
    return renderLayout({
      page,
      title: order[at]?.title ?? page.title,
      siteName: config.siteName,
      nav: renderNav(page),
      previous: order[at - 1],
      next: at < 0 ? undefined : order[at + 1],
      editUrl: pageEditUrl({ page, folder: main.folder, config }),
      stylesheet: STYLESHEET_PATH,
    });
  };
  const redirects = redirectPages({ config, pages, report });
  const written: SiteFile[] = [
    ...redirects.map(({ file, html }) => ({ file, content: () => html })),
    ...pages.map(page => ({ file: page.file, content: () => layOut(page) })),
    { file: STYLESHEET_PATH, content: () => STYLESHEET },
    {
      file: 'search/search_index.json',
      content: () => JSON.stringify(searchIndex({ pages })),
    },
  ];
  await writeSite({ outputDir, assets: files.assets, files: written });
  await writeMetadata({ outputDir, ...config, etag, now });
  await cache?.tidy();
  return { pages: pages.length, assets: files.assets.length, rendered };
}
