import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readMkdocsConfig } from '../config/readMkdocsConfig';
import { SourceLinks } from '../config/resolveSourceLinks';
import { createMarkdown } from '../markdown/createMarkdown';
import { buildNav, pagesInOrder } from './buildNav';
import { createLinkResolver } from './createLinkResolver';
import { editUrl } from './editUrl';
import { listDocs } from './listDocs';
import { loadPage } from './loadPage';
import { Page } from './Page';
import { redirectPages } from './redirectPages';
import { renderLayout } from './renderLayout';
import { searchIndex } from './searchIndex';
import { startPage } from './startPage';
import { STYLESHEET, STYLESHEET_PATH } from './styles/stylesheet';
import { writeMetadata } from './writeMetadata';

/** What a build came to. */
export interface SiteResult {
  pages: number;
  /** Files copied as they are. */
  assets: number;
}

/**
 * Builds the documentation site of a folder, which is only read.
 *
 * @throws InputError or NotAllowedError when there is no site to build; a single bad page, link
 *   or setting goes to `report` instead.
 */
export async function buildSite(options: {
  inputDir: string;
  /** Created when missing. */
  outputDir: string;
  /** For a site that does not name itself. */
  siteName?: string;
  etag?: string;
  /** Hosts that frames in a page may show; none unless said. */
  iframeHosts?: string[];
  sourceLinks?: (docsDir: string) => SourceLinks;
  report: (message: string) => void;
  now?: () => number;
}): Promise<SiteResult> {
  const {
    inputDir,
    outputDir,
    siteName,
    etag,
    iframeHosts = [],
    now = Date.now,
  } = options;
  const report = reportOnce(options.report);
  const read = await readMkdocsConfig({ inputDir, siteName, report });
  const links = options.sourceLinks?.(read.docsDir) ?? {};
  const config = {
    ...read,
    repoUrl: read.repoUrl ?? links.repoUrl,
    editUri: read.editUri ?? links.editUri,
  };
  const { useDirectoryUrls } = config;

  const files = await listDocs({ inputDir, ...config, report });
  const docPaths = new Set(
    [...files.pages, ...files.assets].map(({ docPath }) => docPath),
  );
  const linksFrom = createLinkResolver({ ...config, docPaths, report });
  const markdown = createMarkdown();
  const pages: Page[] = [];
  for (const source of files.pages) {
    const resolveLink = linksFrom(source);
    pages.push(
      await loadPage({
        source,
        inputDir,
        useDirectoryUrls,
        markdown,
        iframeHosts,
        resolveLink,
        report,
      }),
    );
  }

  const nav = buildNav({ entries: config.nav, pages, report });
  const order = pagesInOrder(nav);
  if (!pages.some(page => page.file === 'index.html')) {
    report(
      `There is no ${read.docsDir}/index.md; the start page is a list of the pages`,
    );
    const { siteName: name } = config;
    pages.push(
      startPage({ siteName: name, pages, useDirectoryUrls, markdown }),
    );
  }
  const write = async (file: string, content: string) => {
    const target = path.join(outputDir, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, content);
  };
  // Assets first: a page always wins over a file that would take its place.
  for (const { docPath, file } of files.assets) {
    const target = path.join(outputDir, docPath);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(file, target);
  }
  for (const { file, html } of redirectPages({ config, pages, report })) {
    await write(file, html);
  }
  for (const page of pages) {
    const at = order.findIndex(entry => entry.page === page);
    const html = renderLayout({
      page,
      title: order[at]?.title ?? page.title,
      siteName: config.siteName,
      nav,
      previous: order[at - 1],
      next: at < 0 ? undefined : order[at + 1],
      editUrl: page.inDocsDir
        ? editUrl({ config, docPath: page.docPath })
        : undefined,
      stylesheet: STYLESHEET_PATH,
    });
    await write(page.file, html);
  }
  await write(STYLESHEET_PATH, STYLESHEET);
  await write(
    'search/search_index.json',
    JSON.stringify(searchIndex({ pages })),
  );
  await writeMetadata({ outputDir, ...config, etag, now });
  return { pages: pages.length, assets: files.assets.length };
}

function reportOnce(report: (message: string) => void) {
  const said = new Set<string>();
  return (message: string) => {
    if (!said.has(message)) {
      said.add(message);
      report(message);
    }
  };
}
