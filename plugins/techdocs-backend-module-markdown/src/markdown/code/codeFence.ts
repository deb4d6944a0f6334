import type MarkdownIt from 'markdown-it';
import { RenderEnv } from '../RenderEnv';
import { highlightCode } from './highlightCode';
import { numberLines } from './numberLines';
import { parseFenceInfo } from './parseFenceInfo';

/** Whether blocks that say nothing of it have line numbers. */
export interface CodeOptions {
  lineNumbers: boolean;
}

/** Fenced and indented code in the markup of Material for MkDocs, coloured by highlight.js. */
export function codeFence(markdown: MarkdownIt, options: CodeOptions): void {
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.fence = (tokens, index, _, env: RenderEnv) => {
    const token = tokens[index];
    const info = parseFenceInfo(token.info);
    const { language, title, marked } = info;
    if (language === 'mermaid') {
      return `<pre class="mermaid"><code>${escapeHtml(
        token.content,
      )}</code></pre>\n`;
    }
    const wanted =
      info.lineNumbers ??
      (options.lineNumbers ? { first: 1, step: 1 } : 'none');
    const numbers = wanted === 'none' ? undefined : wanted;
    const coloured = highlightCode({ code: token.content, language });
    const code =
      numbers || marked.size > 0
        ? numberLines({ html: coloured, numbers, marked })
        : coloured;
    const name = title
      ? `<span class="filename">${escapeHtml(title)}</span>`
      : '';
    const kind = language ? ` language-${escapeHtml(language)}` : '';
    const classes = info.classes
      .filter(other => !other.startsWith('md-'))
      .map(other => ` ${other}`)
      .join('');
    const id = info.id ? ` id="${info.id}"` : '';
    return `${env.slots.put(
      `<div class="highlight${kind}${classes}"${id}>${name}<pre><code class="hljs${kind}">${code}</code></pre></div>`,
      'block',
    )}\n`;
  };
  markdown.renderer.rules.code_block = (tokens, index, _, env: RenderEnv) => {
    const code = escapeHtml(tokens[index].content);
    const html = `<div class="highlight"><pre><code class="hljs">${code}</code></pre></div>`;
    return `${env.slots.put(html, 'block')}\n`;
  };
}
