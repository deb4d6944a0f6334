import hljs from 'highlight.js-v11';
import type MarkdownIt from 'markdown-it';

// Colouring takes time in proportion; what is longer is data, not something to read.
const MAX_COLOURED = 100_000;

/** Fenced code in the markup of Material for MkDocs, coloured by highlight.js. */
export function codeFence(markdown: MarkdownIt): void {
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.fence = (tokens, index) => {
    const { info, content } = tokens[index];
    const { language, title } = readInfo(info);
    if (language === 'mermaid') {
      return `<pre class="mermaid"><code>${escapeHtml(content)}</code></pre>\n`;
    }
    const colour =
      language && hljs.getLanguage(language) && content.length < MAX_COLOURED;
    const code = colour
      ? hljs.highlight(content, { language, ignoreIllegals: true }).value
      : escapeHtml(content);
    const name = title
      ? `<span class="filename">${escapeHtml(title)}</span>`
      : '';
    const kind = language ? ` language-${escapeHtml(language)}` : '';
    return `<div class="highlight${kind}">${name}<pre><code class="hljs${kind}">${code}</code></pre></div>\n`;
  };
}

/** Reads ```` ```yaml title="a.yml" ```` as well as ```` ``` {.yaml title="a.yml"} ````. */
function readInfo(info: string): { language: string; title?: string } {
  const language = /^\s*\{?\s*\.?([\w+#-]+)(?![\w=])/.exec(info)?.[1] ?? '';
  const title = /\btitle=(?:"([^"]*)"|'([^']*)')/.exec(info);
  return { language: language.toLowerCase(), title: title?.[1] ?? title?.[2] };
}
