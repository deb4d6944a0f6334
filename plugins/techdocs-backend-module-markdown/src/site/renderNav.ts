import { NavItem } from './buildNav';
import { escapeHtml } from './escapeHtml';
import { Page } from './Page';
import { relativeUrl } from './pageUrl';

/** The navigation in the markup of Material for MkDocs, as seen from one page. */
export function renderNav(options: {
  items: NavItem[];
  siteName: string;
  page: Page;
}): string {
  const { items, page } = options;
  const title = escapeHtml(options.siteName);
  return (
    `<nav class="md-nav md-nav--primary" aria-label="Navigation" data-md-level="0">` +
    `<label class="md-nav__title" for="__drawer">${title}</label>` +
    `${renderList({ items, page, path: '__nav', level: 1 })}</nav>`
  );
}

interface ListOptions {
  items: NavItem[];
  page: Page;
  /** Of the toggles' ids; the reader finds a label's checkbox by it. */
  path: string;
  level: number;
}

function renderList(options: ListOptions): string {
  const items = options.items.map((item, i) =>
    renderItem(item, { ...options, path: `${options.path}_${i + 1}` }),
  );
  return `<ul class="md-nav__list" data-md-scrollfix>${items.join('')}</ul>`;
}

function renderItem(item: NavItem, options: ListOptions): string {
  const { page, path, level } = options;
  const title = `<span class="md-ellipsis">${escapeHtml(item.title)}</span>`;
  if (item.type === 'section') {
    const active = contains(item, page);
    const list = renderList({
      items: item.items,
      page,
      path,
      level: level + 1,
    });
    return (
      `<li class="md-nav__item${
        active ? ' md-nav__item--active' : ''
      } md-nav__item--nested">` +
      `<input class="md-nav__toggle md-toggle" type="checkbox" id="${path}"${
        active ? ' checked' : ''
      }>` +
      `<label class="md-nav__link" for="${path}" id="${path}_label" tabindex="0">${title}` +
      `<span class="md-nav__icon md-icon"></span></label>` +
      `<nav class="md-nav" data-md-level="${level}" aria-labelledby="${path}_label" aria-expanded="${active}">` +
      `${list}</nav></li>`
    );
  }
  const active = item.type === 'page' && item.page === page;
  const href =
    item.type === 'page'
      ? relativeUrl({ from: page.url, to: item.page.url })
      : item.url;
  const on = (name: string) => (active ? ` ${name}--active` : '');
  return (
    `<li class="md-nav__item${on('md-nav__item')}">` +
    `<a href="${escapeHtml(href)}" class="md-nav__link${on(
      'md-nav__link',
    )}">${title}</a></li>`
  );
}

function contains(item: NavItem, page: Page): boolean {
  return item.type === 'section'
    ? item.items.some(child => contains(child, page))
    : item.type === 'page' && item.page === page;
}
