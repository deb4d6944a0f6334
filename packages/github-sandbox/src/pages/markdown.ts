import { raw } from 'hono/html';
import MarkdownIt from 'markdown-it';

/** Without HTML of the text's own, and without links that could run something: markdown-it refuses `javascript:`. */
const renderer = new MarkdownIt({ html: false, linkify: true });

/** Markdown as safe HTML. */
export function markdown(text: string | null) {
  return raw(`<div class="text">${renderer.render(text ?? '')}</div>`);
}
