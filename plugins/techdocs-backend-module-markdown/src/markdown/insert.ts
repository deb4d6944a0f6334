import type MarkdownIt from 'markdown-it';
import { betweenMarkers } from './betweenMarkers';

/** `^^inserted^^`, as pymdownx.caret. */
export function insert(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('emphasis', 'insert', (state, silent) =>
    betweenMarkers({ state, silent, open: '^^', close: '^^', tag: 'ins' }),
  );
}
