import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { searchesLeft, searchFailed } from './searchesLeft';

/**
 * An inline rule for Markdown between two markers, which touch what they enclose. What is in code or escaped does not
 * end it.
 *
 * @returns whether there is such a text at the state's place, as markdown-it wants to know of its rules.
 */
export function betweenMarkers(options: {
  state: StateInline;
  silent: boolean;
  open: string;
  close: string;
  tag: string;
  className?: string;
  /** Whether the text may begin or end with a space. */
  mayHaveSpace?: boolean;
}): boolean {
  const { state, silent, open, close, tag, className, mayHaveSpace } = options;
  const { src, pos: start, posMax: max } = state;
  if (silent || !src.startsWith(open, start) || !searchesLeft(state.env)) {
    return false;
  }
  const from = start + open.length;
  if (!src.includes(close, from)) {
    searchFailed(state.env);
    return false;
  }
  let end = -1;
  state.pos = from;
  while (state.pos < max) {
    if (src.startsWith(close, state.pos)) {
      end = state.pos;
      break;
    }
    state.md.inline.skipToken(state);
  }
  const text = src.slice(from, end);
  if (
    end <= from ||
    end + close.length > max ||
    (!mayHaveSpace && (/^\s|\s$/.test(text) || !text))
  ) {
    if (end < 0) {
      searchFailed(state.env);
    }
    state.pos = start;
    return false;
  }
  const token = state.push(`${tag}_open`, tag, 1);
  if (className) {
    token.attrSet('class', className);
  }
  state.pos = from;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.push(`${tag}_close`, tag, -1);
  state.pos = end + close.length;
  state.posMax = max;
  return true;
}
