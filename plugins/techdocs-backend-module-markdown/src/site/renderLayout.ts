import { escapeHtml } from './escapeHtml';
import { Page } from './Page';
import { relativeUrl } from './pageUrl';
import { renderToc } from './renderToc';

const PENCIL =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M20.71 7.04c.39-.39.39-1.04 0-1.41l-2.34-2.34c-.37-.39-1.02-.39-1.41 0l-1.84 1.83 3.75 3.75M3 17.25V21h3.75L17.81 9.93l-3.75-3.75z"/></svg>';

/** A neighbour in the order of the navigation. */
export interface Neighbour {
  title: string;
  page: Page;
}

/**
 * A whole page. Elements, classes and `data-md-*` are those of Material for MkDocs, because the
 * TechDocs reader and its add-ons look for them.
 */
export function renderLayout(options: {
  page: Page;
  /** As the navigation calls the page. */
  title: string;
  siteName: string;
  /** The navigation, as HTML. */
  nav: string;
  previous?: Neighbour;
  next?: Neighbour;
  editUrl?: string;
  /** Below the site's address. */
  stylesheet: string;
}): string {
  const { page, title, siteName, nav, editUrl } = options;
  const hidden = (part: string) => page.meta.hide.includes(part);
  const description = page.meta.description
    ? `<meta name="description" content="${escapeHtml(
        page.meta.description,
      )}">\n`
    : '';
  const from = page.url;
  const stylesheet = relativeUrl({ from, to: options.stylesheet });
  const edit = editUrl
    ? `<a href="${escapeHtml(
        editUrl,
      )}" title="Edit this page" class="md-content__button md-icon" rel="edit">${PENCIL}</a>`
    : '';
  return `<!doctype html>
<html lang="en" class="no-js">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
${description}<title>${escapeHtml(title)} - ${escapeHtml(siteName)}</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body dir="ltr">
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<label class="md-overlay" for="__drawer"></label>
<header class="md-header" data-md-component="header"><nav class="md-header__inner md-grid" aria-label="Header"><label class="md-header__button md-icon" for="__drawer"></label><span class="md-header__title" data-md-component="header-title">${escapeHtml(
    siteName,
  )}</span></nav></header>
<div class="md-container" data-md-component="container">
<main class="md-main" data-md-component="main"><div class="md-main__inner md-grid">
<div class="md-sidebar md-sidebar--primary" data-md-component="sidebar" data-md-type="navigation"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">
${hidden('navigation') ? '' : nav}
</div></div></div>
<div class="md-sidebar md-sidebar--secondary" data-md-component="sidebar" data-md-type="toc"><div class="md-sidebar__scrollwrap"><div class="md-sidebar__inner">
${hidden('toc') ? '' : renderToc({ headings: page.headings })}
</div></div></div>
<div class="md-content" data-md-component="content"><article class="md-content__inner md-typeset">
${edit}
${page.html}
</article></div>
</div></main>
<footer class="md-footer"><nav class="md-footer__inner md-grid" aria-label="Footer">${neighbour(
    'prev',
    from,
    options.previous,
  )}${neighbour('next', from, options.next)}</nav></footer>
</div>
</body>
</html>
`;
}

function neighbour(rel: 'prev' | 'next', from: string, to?: Neighbour): string {
  if (!to) {
    return '';
  }
  const direction = rel === 'prev' ? 'Previous' : 'Next';
  const title = escapeHtml(to.title);
  const href = relativeUrl({ from, to: to.page.url });
  return (
    `<a href="${href}" class="md-footer__link md-footer__link--${rel}" aria-label="${direction}: ${title}" rel="${rel}">` +
    `<span class="md-footer__title"><span class="md-footer__direction">${direction}</span>` +
    `<span class="md-ellipsis">${title}</span></span></a>`
  );
}
