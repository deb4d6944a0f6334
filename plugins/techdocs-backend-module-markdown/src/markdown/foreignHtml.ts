import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { RenderEnv } from './RenderEnv';

const SCHEME = /^\s*([a-z][a-z0-9+.-]*):/i;
const SCHEMES = ['http', 'https', 'mailto', 'tel', 'ftp'];
const IMAGE = /^\s*data:image\/(?:gif|png|jpeg|webp);/i;
const OWN = Symbol('written by the renderer');
const BOX = '<input class="task-list-item-checkbox"';
// What the plugin for task lists writes; it does no harm where an author does.
const HARMLESS = [
  `${BOX} disabled="" type="checkbox">`,
  `${BOX} checked="" disabled="" type="checkbox">`,
  ...['<label>', '</label>'],
];

/**
 * Notices HTML that is not of the renderer's own making, so that the page is sanitised: every piece of raw HTML that is
 * not marked with `own`. Links of other schemes than a sanitised page may have stay text.
 */
export function foreignHtml(markdown: MarkdownIt): void {
  for (const kind of ['html_inline', 'html_block']) {
    markdown.renderer.rules[kind] = (tokens, index, _, env: RenderEnv) => {
      const { content, meta } = tokens[index];
      if (meta !== OWN && !HARMLESS.includes(content)) {
        env.foreign.isUsed = true;
      }
      return content;
    };
  }
  markdown.validateLink = url => {
    const [, scheme] = SCHEME.exec(url) ?? [];
    return !scheme || SCHEMES.includes(scheme.toLowerCase()) || IMAGE.test(url);
  };
}

/** Marks a token whose HTML holds nothing of the page that is not escaped. */
export function own(token: Token): Token {
  token.meta = OWN;
  return token;
}
