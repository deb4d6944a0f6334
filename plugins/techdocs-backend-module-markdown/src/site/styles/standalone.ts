/**
 * Colours for a page opened by itself. In the reader `:root` matches nothing, since the page
 * lives in a shadow tree, and the variables of the portal's theme apply.
 */
export const standalone = `
:root {
  color-scheme: light dark;
  --md-default-fg-color: light-dark(#1f2328, #e6e8eb);
  --md-default-fg-color--light: light-dark(#57606a, #a5adb8);
  --md-default-fg-color--lightest: light-dark(#d7dbe0, #363c45);
  --md-default-bg-color: light-dark(#fff, #14171c);
  --md-typeset-font-size: 1rem;
  --md-typeset-a-color: light-dark(#0b5cad, #7fb6f5);
  --md-typeset-table-color: light-dark(#d7dbe0, #363c45);
  --md-accent-fg-color: var(--md-typeset-a-color);
  --md-code-fg-color: var(--md-default-fg-color);
  --md-code-bg-color: light-dark(#f4f5f7, #1d2128);
  --md-code-hl-keyword-color: light-dark(#0b4f9e, #8ec1ff);
  --md-code-hl-function-color: light-dark(#6f3ba8, #cda7ff);
  --md-code-hl-string-color: light-dark(#0b6b3a, #82d9a5);
  --md-code-hl-number-color: light-dark(#a1260d, #ff9d8a);
  --md-code-hl-comment-color: var(--md-default-fg-color--light);
  --md-nav-icon--next: url('data:image/svg+xml;charset=utf-8,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M8.59 16.58 13.17 12 8.59 7.41 10 6l6 6-6 6z"/></svg>');
  --md-details-icon: var(--md-nav-icon--next);
}
:root body { font-family: system-ui, sans-serif; color: var(--md-default-fg-color); }
:root .md-header { padding: 12px 24px; font-weight: 600; }
:root .md-sidebar { width: 16rem; padding: 0 16px; }
:root .md-footer { padding: 0 24px 24px; }
`;
