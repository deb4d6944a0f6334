import type Token from 'markdown-it/lib/token.mjs';

/** The words of inline tokens, as a reader sees them. */
export function plainText(children: Token[] | null): string {
  return (children ?? [])
    .map(token => {
      if (token.type === 'image') {
        return plainText(token.children);
      }
      if (token.type === 'softbreak' || token.type === 'hardbreak') {
        return ' ';
      }
      return /^(?:text|code_inline|emoji|text_special)$/.test(token.type)
        ? token.content
        : '';
    })
    .join('')
    .trim();
}
