import type { Reaction } from '../../core/state';

/** GitHub's reactions. https://docs.github.com/rest/reactions/reactions */
export const reactionContents: Array<Reaction['content']> = [
  '+1',
  '-1',
  'laugh',
  'confused',
  'heart',
  'hooray',
  'rocket',
  'eyes',
];
