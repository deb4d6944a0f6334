import type MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs';
import { betweenMarkers } from './betweenMarkers';
import { searchesLeft, searchFailed } from './searchesLeft';

const BRACE = 0x7b;
const SUBSTITUTION = /^\{~~([^]*?)~>([^]*?)~~\}/;
const COMMENT = /^\{>>([^]*?)<<\}/;
const KINDS: [open: string, close: string, tag: string][] = [
  ['{++', '++}', 'ins'],
  ['{--', '--}', 'del'],
  ['{==', '==}', 'mark'],
];

/** Suggested changes, `{++ ++}`, `{-- --}`, `{~~ ~> ~~}`, `{== ==}` and `{>> <<}`, in a line, as pymdownx.critic. */
export function critic(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'critic', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== BRACE || silent) {
      return false;
    }
    return (
      KINDS.some(([open, close, tag]) =>
        betweenMarkers({
          ...{ state, silent, open, close, tag },
          className: 'critic',
          mayHaveSpace: true,
        }),
      ) ||
      substitution(state) ||
      comment(state)
    );
  });
}

function substitution(state: StateInline): boolean {
  const match = find(state, '{~~', SUBSTITUTION);
  if (!match) {
    return false;
  }
  const [all, before, after] = match;
  element(state, { tag: 'del', text: before });
  element(state, { tag: 'ins', text: after });
  state.pos += all.length;
  return true;
}

function comment(state: StateInline): boolean {
  const match = find(state, '{>>', COMMENT);
  if (!match) {
    return false;
  }
  element(state, { tag: 'span', text: match[1].trim(), kind: ' comment' });
  state.pos += match[0].length;
  return true;
}

function find(state: StateInline, start: string, pattern: RegExp) {
  const { src, pos, posMax, env } = state;
  if (!src.startsWith(start, pos) || !searchesLeft(env)) {
    return null;
  }
  const match = pattern.exec(src.slice(pos, posMax));
  if (!match) {
    searchFailed(env);
  }
  return match;
}

function element(
  state: StateInline,
  options: { tag: string; text: string; kind?: string },
): void {
  const { tag, text, kind = '' } = options;
  state.push(`${tag}_open`, tag, 1).attrSet('class', `critic${kind}`);
  state.push('text', '', 0).content = text;
  state.push(`${tag}_close`, tag, -1);
}
