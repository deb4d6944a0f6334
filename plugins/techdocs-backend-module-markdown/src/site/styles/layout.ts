/** The frame: navigation, table of contents, content, footer. Widths are the reader's. */
export const layout = `
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; --page: var(--bui-bg-app, var(--md-default-bg-color)); }
.md-toggle { display: none; }
.md-overlay { position: fixed; inset: 0; z-index: 199; display: none; background: rgb(0 0 0 / 54%); }
.md-main__inner { display: flex; }
.md-content { flex: 1; min-width: 0; }
.md-content__inner { margin: 0 24px 24px; padding-top: 8px; }
.md-content__button { float: right; margin: 0.4rem 0 0.4rem 0.4rem; cursor: pointer; }
.md-icon svg { display: block; width: 1.2rem; height: 1.2rem; fill: currentcolor; }
.md-sidebar { flex-shrink: 0; }
.md-sidebar--secondary { order: 2; }
.md-sidebar__scrollwrap { overflow-y: auto; scrollbar-width: thin; }
.md-nav--secondary { padding-top: 8px; }

.md-nav { line-height: 1.35; }
.md-nav__title { display: block; padding: 4px 8px; font-weight: 700; }
.md-nav--primary > .md-nav__title { position: sticky; top: 0; z-index: 1; padding: 12px 32px 8px 8px; background-color: var(--page); }
.md-nav__list { margin: 0; padding: 0; list-style: none; }
.md-nav .md-nav .md-nav__list { margin-left: 8px; padding-left: 8px; border-left: 1px solid var(--md-default-fg-color--lightest); }
.md-nav__link { display: flex; padding: 5px 8px; border-radius: 4px; color: inherit; cursor: pointer; text-decoration: none; overflow-wrap: anywhere; }
.md-nav__link:hover { color: var(--md-accent-fg-color); }
.md-nav__link:focus-visible { outline: 2px solid var(--md-accent-fg-color); outline-offset: -2px; }
.md-nav__link--active { font-weight: 600; }
.md-nav__toggle ~ .md-nav { display: none; }
.md-nav__toggle:checked ~ .md-nav { display: block; }
.md-nav__icon { flex-shrink: 0; }
.md-nav__icon::after { content: ''; display: block; background-color: currentcolor; -webkit-mask: var(--md-nav-icon--next) center / contain no-repeat; mask: var(--md-nav-icon--next) center / contain no-repeat; width: 20px; height: 20px; }
.md-nav__toggle:checked ~ .md-nav__link .md-nav__icon { transform: rotate(90deg); }

.md-footer__inner { display: flex; justify-content: space-between; gap: 8px; }
.md-footer__link { display: block; padding: 10px 16px; border-radius: 6px; background-color: var(--page); color: var(--md-default-fg-color); text-decoration: none; }
.md-footer__link:hover, .md-footer__link:focus-visible { color: var(--md-accent-fg-color); }
.md-footer__link--next { margin-left: auto; text-align: right; }
.md-footer__direction { display: block; font-size: 0.75rem; color: var(--md-default-fg-color--light); }
.md-footer__title .md-ellipsis { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }

@media screen and (min-width: 76.25em) {
  .md-header__button, label.md-content__button[for="__drawer"] { display: none; }
}
@media screen and (max-width: 76.1875em) {
  .md-content__inner { margin: 0 0 16px; }
  .md-sidebar--primary { position: fixed; visibility: hidden; overflow: hidden; background-color: var(--md-default-bg-color); }
  .md-sidebar--primary .md-sidebar__scrollwrap { height: 100%; }
  [data-md-toggle="drawer"]:checked ~ .md-overlay { display: block; }
  [data-md-toggle="drawer"]:checked ~ .md-container .md-sidebar--primary { visibility: visible; }
  :root .md-sidebar--primary { top: 0; bottom: 0; left: 0; z-index: 200; }
}
`;
