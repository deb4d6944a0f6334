import type MarkdownIt from 'markdown-it';
import { own } from './foreignHtml';
import { plainText } from './plainText';
import { RenderEnv } from './RenderEnv';
import { slugify } from './slugify';

/** Gives every heading an id and a permanent link, and lists it in the environment. */
export function headings(markdown: MarkdownIt): void {
  markdown.core.ruler.push('headings', state => {
    const env = state.env as RenderEnv;
    const used = new Set<string>();
    state.tokens.forEach((token, i) => {
      if (token.type !== 'heading_open') {
        return;
      }
      const inline = state.tokens[i + 1];
      const text = plainText(inline.children);
      const id = unique(`${token.attrGet('id') ?? slugify(text)}`, used);
      token.attrSet('id', id);
      env.headings.push({ level: Number(token.tag.slice(1)), id, text });

      const link = own(new state.Token('html_inline', '', 0));
      const href = markdown.utils.escapeHtml(encodeURIComponent(id));
      link.content = `<a class="headerlink" href="#${href}" title="Permanent link">¶</a>`;
      inline.children = [...(inline.children ?? []), link];
    });
  });
}

function unique(wanted: string, used: Set<string>): string {
  let id = wanted;
  for (let n = 1; used.has(id) || id === ''; n++) {
    id = `${wanted}_${n}`;
  }
  used.add(id);
  return id;
}
