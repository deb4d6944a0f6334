import { Heading } from '../markdown/RenderEnv';
import { escapeHtml } from './escapeHtml';

interface TocItem {
  heading: Heading;
  items: TocItem[];
}

/** The table of contents of one page; the page's only first heading is its title and not in it. */
export function renderToc(options: { headings: Heading[] }): string {
  const { headings } = options;
  const titles = headings.filter(({ level }) => level === 1).length;
  const listed = headings.filter(({ level }) => level > 1 || titles > 1);
  if (listed.length === 0) {
    return '';
  }
  return (
    `<nav class="md-nav md-nav--secondary" aria-label="Table of contents">` +
    `<label class="md-nav__title" for="__toc">Table of contents</label>` +
    `<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>` +
    `${renderItems(nest(listed))}</ul></nav>`
  );
}

function nest(headings: Heading[]): TocItem[] {
  const root: TocItem[] = [];
  const open: TocItem[] = [];
  for (const heading of headings) {
    while (
      open.length > 0 &&
      open[open.length - 1].heading.level >= heading.level
    ) {
      open.pop();
    }
    const item = { heading, items: [] };
    (open[open.length - 1]?.items ?? root).push(item);
    open.push(item);
  }
  return root;
}

function renderItems(items: TocItem[]): string {
  return items
    .map(({ heading, items: below }) => {
      const title = escapeHtml(heading.text);
      const href = `#${encodeURIComponent(heading.id)}`;
      const nested =
        below.length > 0
          ? `<nav class="md-nav" aria-label="${title}"><ul class="md-nav__list">${renderItems(
              below,
            )}</ul></nav>`
          : '';
      return (
        `<li class="md-nav__item"><a href="${escapeHtml(
          href,
        )}" class="md-nav__link">` +
        `<span class="md-ellipsis">${title}</span></a>${nested}</li>`
      );
    })
    .join('');
}
