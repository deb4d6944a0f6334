import { InputError } from '@backstage/errors';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createMarkdown } from '../markdown/createMarkdown';
import { renderPage } from '../markdown/renderPage';
import { DocsFile } from './collectDocs';
import { PageRenderer } from './createPageRenderer';
import { escapeHtml } from './escapeHtml';
import { Page } from './Page';
import { PageRecord } from './PageRecord';
import { pageUrl } from './pageUrl';
import { titleFromName } from './titleFromName';

const MAX_PAGE_BYTES = 5_000_000;

/** A page, and whether it came from the cache. */
export interface LoadedPage {
  page: Page;
  isCached: boolean;
}

/**
 * Reads and renders one page. A page that cannot be rendered becomes one that says why, and is
 * reported with its file, so that the rest of the site is still built.
 */
export async function loadPage(options: {
  source: DocsFile;
  useDirectoryUrls: boolean;
  render: PageRenderer;
  resolveLink: (href: string) => string;
  report: (message: string) => void;
}): Promise<LoadedPage> {
  const { source, render, resolveLink, useDirectoryUrls } = options;
  const { docPath } = source;
  const report = (message: string) => options.report(`${docPath}: ${message}`);

  let record: PageRecord;
  let isCached = false;
  try {
    const text = await readText(source.file);
    ({ record, isCached } = await render({ text, resolveLink }));
  } catch (error) {
    const reason = (error as Error).message;
    record = failure(reason);
    report(`this page could not be rendered: ${reason}`);
  }
  record.messages.forEach(report);

  const { rendered, meta } = record;
  const heading = rendered.headings.find(({ level }) => level === 1)?.text;
  const title = meta.title || heading || titleFromName(docPath);
  // MkDocs's theme shows the title when the page itself has no first heading.
  const html = heading
    ? rendered.html
    : `<h1>${escapeHtml(title)}</h1>\n${rendered.html}`;
  const location = pageUrl({ docPath, useDirectoryUrls });
  const page = { ...rendered, ...location, docPath, source, meta, title, html };
  return { page, isCached };
}

function failure(reason: string): PageRecord {
  const text = `!!! failure "This page could not be rendered"\n    ${escapeHtml(
    reason,
  )}`;
  const rendered = renderPage({
    markdown: createMarkdown(),
    text,
    iframeHosts: [],
    resolveLink: href => href,
    report: () => {},
  });
  return {
    meta: { hide: [] },
    rendered,
    messages: [],
    links: [],
    snippets: [],
  };
}

async function readText(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > MAX_PAGE_BYTES) {
    throw new InputError(
      `${path.basename(
        file,
      )} has ${size} bytes, more than the ${MAX_PAGE_BYTES} a page may have`,
    );
  }
  const bytes = await readFile(file);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError('the file is not UTF-8 text; save it as UTF-8');
  }
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
