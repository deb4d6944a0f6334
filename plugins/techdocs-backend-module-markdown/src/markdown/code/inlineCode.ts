import type MarkdownIt from 'markdown-it';
import { RenderEnv } from '../RenderEnv';
import { highlightCode } from './highlightCode';

const SHEBANG = /^(?:#!|:::)([\w+#-]+)[ ]+([^]+)$/;

/** Coloured code in a line: `` `#!py print(1)` ``, as pymdownx.inlinehilite. */
export function inlineCode(markdown: MarkdownIt): void {
  const plain = markdown.renderer.rules.code_inline!;
  markdown.renderer.rules.code_inline = (tokens, index, options, env, self) => {
    const [, language, code] = SHEBANG.exec(tokens[index].content) ?? [];
    if (!code) {
      return plain(tokens, index, options, env, self);
    }
    const kind = language.toLowerCase();
    const html = highlightCode({ code, language: kind });
    return (env as RenderEnv).slots.put(
      `<code class="highlight hljs language-${markdown.utils.escapeHtml(
        kind,
      )}">${html}</code>`,
      'inline',
    );
  };
}
