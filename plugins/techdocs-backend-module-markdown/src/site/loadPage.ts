import { InputError } from '@backstage/errors';
import type MarkdownIt from 'markdown-it';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { expandSnippets } from '../markdown/expandSnippets';
import { readFrontMatter } from '../markdown/readFrontMatter';
import { RenderedPage, renderPage } from '../markdown/renderPage';
import { DocsFile } from './listDocs';
import { Page } from './Page';
import { pageUrl } from './pageUrl';
import { titleFromName } from './titleFromName';

const MAX_PAGE_BYTES = 5_000_000;

/**
 * Reads and renders one page. A page that cannot be rendered becomes one that says why, and is
 * reported with its file, so that the rest of the site is still built.
 */
export async function loadPage(options: {
  source: DocsFile;
  inputDir: string;
  useDirectoryUrls: boolean;
  markdown: MarkdownIt;
  iframeHosts: string[];
  resolveLink: (href: string) => string;
  report: (message: string) => void;
}): Promise<Page> {
  const { source, inputDir, markdown, resolveLink, iframeHosts } = options;
  const { docPath } = source;
  const report = (message: string) => options.report(`${docPath}: ${message}`);
  const location = pageUrl({
    docPath,
    useDirectoryUrls: options.useDirectoryUrls,
  });

  const page = { markdown, iframeHosts, resolveLink, report };
  let meta: Record<string, unknown> = {};
  let rendered: RenderedPage;
  try {
    const raw = await readText(source.file);
    const split = readFrontMatter({ text: raw, report });
    meta = split.meta;
    const text = await expandSnippets({ text: split.body, inputDir, report });
    rendered = renderPage({ ...page, text });
  } catch (error) {
    const reason = (error as Error).message;
    report(`this page could not be rendered: ${reason}`);
    const notice = `!!! failure "This page could not be rendered"\n    ${markdown.utils.escapeHtml(
      reason,
    )}`;
    rendered = renderPage({ ...page, text: notice });
  }

  const heading = rendered.headings.find(({ level }) => level === 1)?.text;
  const given = typeof meta.title === 'string' ? meta.title.trim() : '';
  const title = given || heading || titleFromName(docPath);
  // MkDocs's theme shows the title when the page itself has no first heading.
  const html = heading
    ? rendered.html
    : `<h1>${markdown.utils.escapeHtml(title)}</h1>\n${rendered.html}`;
  const inDocsDir = source.linkBase === undefined;
  return { ...rendered, ...location, docPath, inDocsDir, title, html };
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
