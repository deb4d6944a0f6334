import { createMarkdown, DEFAULT_MARKDOWN } from './createMarkdown';
import { renderPage } from './renderPage';

/** A README as HTML that may be put into a page: rendered as a page of docs is, and sanitised. */
export function renderReadme(options: {
  /** Markdown. */
  text: string;
  /** Where a link or picture of it leads. */
  resolveLink: (href: string) => string;
}): string {
  const { text, resolveLink } = options;
  return renderPage({
    markdown: createMarkdown({ ...DEFAULT_MARKDOWN, lineNumbers: false }),
    text,
    iframeHosts: [],
    resolveLink,
    report: () => undefined,
  }).html;
}
