import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { RenderEnv } from './RenderEnv';

/** Hands the target of every Markdown link and image to the environment. */
export function siteLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.push('site_links', state => {
    const env = state.env as RenderEnv;
    const visit = (tokens: Token[]) => {
      for (const token of tokens) {
        const name = token.type === 'image' ? 'src' : 'href';
        const value = token.attrGet(name);
        if (token.type === 'link_open' && /^\s*data:/i.test(`${value}`)) {
          // Fine for an image, not for a link; the sanitiser knows.
          env.foreign.isUsed = true;
        }
        if (value && (token.type === 'image' || token.type === 'link_open')) {
          token.attrSet(name, env.resolveLink(value));
        }
        visit(token.children ?? []);
      }
    };
    visit(state.tokens);
  });
}
