import type { TokenRange } from '@actions/workflow-parser/templates/tokens/token-range';

const ABOUT_EXPRESSIONS =
  /^(?:Unrecognized (?:named-value|function)|Unexpected symbol): '(.+)'$/;

/**
 * Adds to an error about an expression where it is, as GitHub's site does and its parser for editors does not:
 * `Unrecognized named-value: 'x'. Located at position 1 within expression: x.y`
 */
export function locateInExpression(options: {
  message: string;
  /** Of the value that holds the expression. */
  range?: TokenRange;
  /** The whole file. */
  content: string;
}): string {
  const { message, range, content } = options;
  const symbol = ABOUT_EXPRESSIONS.exec(message)?.[1];
  if (!symbol || !range) {
    return message;
  }
  const value = content
    .split('\n')
    .slice(range.start.line - 1, range.end.line)
    .join('\n');
  for (const [, written] of value.matchAll(/\$\{\{(.*?)\}\}/gs)) {
    const expression = written.trim();
    const at = expression.indexOf(symbol);
    if (at >= 0) {
      return `${message}. Located at position ${
        at + 1
      } within expression: ${expression}`;
    }
  }
  return message;
}
