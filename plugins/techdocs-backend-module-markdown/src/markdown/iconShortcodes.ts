import type MarkdownIt from 'markdown-it';

const ICON = /:(?:material|octicons|fontawesome|simple)-[\w-]+:[ ]?/g;

/** Drops `:material-account:` and its like: the icon sets are not part of a portal. */
export function iconShortcodes(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'icon_shortcodes', state => {
    for (const token of state.tokens) {
      for (const child of token.children ?? []) {
        if (child.type === 'text') {
          child.content = child.content.replace(ICON, '');
        }
      }
    }
  });
}
