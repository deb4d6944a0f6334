import { NavItem } from './buildNav';
import { escapeHtml } from './escapeHtml';
import { Page } from './Page';

/** What differs when a page is looked at: of the page's own entry, and of the sections around it. */
interface Mark {
  pages: Page[];
  on: string;
  off: string;
}

// The way up from the page to the address of the site, and a link to there.
const ROOT = Symbol('root');
const HOME = Symbol('home');
type Part = string | Mark | typeof ROOT | typeof HOME;

/** A navigation for pages of one depth, with the places of its marks. */
interface Template {
  text: string;
  marks: { start: number; end: number; on: string }[];
}

/**
 * Renders the navigation in the markup of Material for MkDocs once for each depth of addresses; for a page only the
 * marks of its own entries are exchanged. Sites of thousands of pages would take minutes otherwise.
 */
export function createNavRenderer(options: {
  items: NavItem[];
  siteName: string;
}): (page: Page) => string {
  const title = escapeHtml(options.siteName);
  const parts: Part[] = [
    `<nav class="md-nav md-nav--primary" aria-label="Navigation" data-md-level="0">` +
      `<label class="md-nav__title" for="__drawer">${title}</label>`,
    ...listParts({ items: options.items, path: '__nav', level: 1 }),
    '</nav>',
  ];
  const marksOf = new Map<Page, number[]>();
  parts
    .filter((part): part is Mark => typeof part === 'object')
    .forEach((mark, index) => {
      for (const page of new Set(mark.pages)) {
        const list = marksOf.get(page) ?? [];
        list.push(index);
        marksOf.set(page, list);
      }
    });
  const templates = new Map<string, Template>();

  return page => {
    const root = '../'.repeat(page.url.split('/').length - 1);
    const template = templates.get(root) ?? fillIn(parts, root);
    templates.set(root, template);
    let html = '';
    let at = 0;
    for (const index of marksOf.get(page) ?? []) {
      const { start, end, on } = template.marks[index];
      html += template.text.slice(at, start) + on;
      at = end;
    }
    return html + template.text.slice(at);
  };
}

function fillIn(parts: Part[], root: string): Template {
  const marks: Template['marks'] = [];
  const texts: string[] = [];
  let length = 0;
  for (const part of parts) {
    const text = textOf(part, root);
    if (typeof part === 'object') {
      marks.push({ start: length, end: length + text.length, on: part.on });
    }
    texts.push(text);
    length += text.length;
  }
  return { text: texts.join(''), marks };
}

function textOf(part: Part, root: string): string {
  if (part === ROOT) {
    return root;
  }
  if (part === HOME) {
    return root || './';
  }
  return typeof part === 'string' ? part : (part as Mark).off;
}

function listParts(options: {
  items: NavItem[];
  /** Of the toggles' ids; the reader finds a label's checkbox by it. */
  path: string;
  level: number;
}): Part[] {
  const { items, path, level } = options;
  return [
    '<ul class="md-nav__list" data-md-scrollfix>',
    ...items.flatMap((item, i) =>
      itemParts({ item, path: `${path}_${i + 1}`, level }),
    ),
    '</ul>',
  ];
}

function itemParts(options: {
  item: NavItem;
  path: string;
  level: number;
}): Part[] {
  const { item, path, level } = options;
  const title = `<span class="md-ellipsis">${escapeHtml(item.title)}</span>`;
  const pages = pagesOf(item);
  const mark = (on: string, off = ''): Mark => ({ pages, on, off });
  if (item.type === 'section') {
    return [
      '<li class="md-nav__item',
      mark(' md-nav__item--active'),
      ` md-nav__item--nested"><input class="md-nav__toggle md-toggle" type="checkbox" id="${path}"`,
      mark(' checked'),
      `><label class="md-nav__link" for="${path}" id="${path}_label" tabindex="0">${title}` +
        `<span class="md-nav__icon md-icon"></span></label>` +
        `<nav class="md-nav" data-md-level="${level}" aria-labelledby="${path}_label" aria-expanded="`,
      mark('true', 'false'),
      '">',
      ...listParts({ items: item.items, path, level: level + 1 }),
      '</nav></li>',
    ];
  }
  const href: Part[] =
    item.type === 'page' ? pageHref(item.page) : [escapeHtml(item.url)];
  return [
    '<li class="md-nav__item',
    mark(' md-nav__item--active'),
    '"><a href="',
    ...href,
    '" class="md-nav__link',
    mark(' md-nav__link--active'),
    `">${title}</a></li>`,
  ];
}

function pageHref(page: Page): Part[] {
  const url = page.url.split('/').map(encodeURIComponent).join('/');
  return url ? [ROOT, url] : [HOME];
}

function pagesOf(item: NavItem): Page[] {
  if (item.type === 'section') {
    return item.items.flatMap(pagesOf);
  }
  return item.type === 'page' ? [item.page] : [];
}
