import { createMarkdown } from '../markdown/createMarkdown';
import { renderPage } from '../markdown/renderPage';
import { escapeHtml } from './escapeHtml';
import { Page } from './Page';
import { pageUrl, relativeUrl } from './pageUrl';

/** The start page of a site that has none: TechDocs takes a site without one for not built. */
export function startPage(options: {
  siteName: string;
  pages: Page[];
  useDirectoryUrls: boolean;
}): Page {
  const { siteName, pages, useDirectoryUrls } = options;
  const docPath = 'index.md';
  const location = pageUrl({ docPath, useDirectoryUrls });
  const items = pages.map(page => {
    const href = relativeUrl({ from: location.url, to: page.url });
    return `<li><a href="${escapeHtml(href)}">${escapeHtml(
      page.title,
    )}</a></li>`;
  });
  const rendered = renderPage({
    markdown: createMarkdown(),
    text: `<h1>${escapeHtml(siteName)}</h1>\n<ul>${items.join('')}</ul>`,
    iframeHosts: [],
    resolveLink: href => href,
    report: () => {},
  });
  return {
    ...rendered,
    ...location,
    docPath,
    meta: { hide: [] },
    title: siteName,
  };
}
