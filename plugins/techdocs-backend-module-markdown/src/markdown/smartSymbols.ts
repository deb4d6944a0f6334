import type MarkdownIt from 'markdown-it';

const SYMBOLS: Record<string, string> = {
  ...{ '(tm)': '™', '(c)': '©', '(r)': '®', 'c/o': '℅', '+/-': '±' },
  ...{ '=/=': '≠', '<-->': '↔', '-->': '→', '<--': '←' },
  ...{ '1/2': '½', '1/3': '⅓', '2/3': '⅔', '1/4': '¼', '3/4': '¾' },
};
const SYMBOL =
  /\((?:tm|c|r)\)|(?<![\w/])c\/o(?![\w/])|\+\/-|=\/=|<-->|-->|<--|(?<![\w/.])(?:1\/2|1\/3|2\/3|1\/4|3\/4)(?![\w/.])/g;

/** `(c)`, `-->`, `=/=`, `1/2` and others as the characters they stand for, as pymdownx.smartsymbols. */
export function smartSymbols(markdown: MarkdownIt): void {
  markdown.core.ruler.after('inline', 'smart_symbols', state => {
    for (const { children } of state.tokens) {
      let links = 0;
      for (const token of children ?? []) {
        if (token.type === 'link_open' && token.info === 'auto') {
          links += 1;
        } else if (token.type === 'link_close' && token.info === 'auto') {
          links -= 1;
        } else if (token.type === 'text' && links === 0) {
          token.content = token.content.replace(
            SYMBOL,
            symbol => SYMBOLS[symbol],
          );
        }
      }
    }
  });
}
