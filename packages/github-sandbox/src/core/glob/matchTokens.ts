import type { GlobToken } from './GlobToken';

/**
 * Whether a text fits the whole of a pattern. All ways through the pattern are followed at once, so that the time grows with length of
 * the text times length of the pattern and never faster. With `orBelow` a text also fits whose beginning, before a slash, does.
 */
export function matchTokens(options: {
  tokens: GlobToken[];
  text: string;
  orBelow?: boolean;
}): boolean {
  const { tokens, text, orBelow = false } = options;
  // Two states for each token: before it, and (of folders) within it.
  let states = new Set<number>();
  const before = (token: number, into: Set<number>) => {
    // Where somebody has been before, what can be skipped from there is known.
    for (let place = token; !into.has(place * 2); place += 1) {
      into.add(place * 2);
      if (place === tokens.length || !maySkip(tokens[place])) return;
    }
  };
  before(0, states);
  const end = tokens.length * 2;

  for (const character of text) {
    if (orBelow && character === '/' && states.has(end)) return true;
    const next = new Set<number>();
    for (const state of states) {
      const place = state >> 1;
      const token = tokens[place];
      if (!token) continue;
      if (token.kind === 'folders') {
        next.add(place * 2 + 1);
        if (character === '/') before(place + 1, next);
      } else if (token.accepts(character)) {
        if (token.times === 'many') next.add(place * 2);
        before(token.times === 'any' ? place : place + 1, next);
      }
    }
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(end);
}

function maySkip(token: GlobToken): boolean {
  return (
    token.kind === 'folders' ||
    token.times === 'any' ||
    token.times === 'optional'
  );
}
