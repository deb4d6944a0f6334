import type { Reaction } from '../../../core/state';

/** The schema's names of reactions, in GitHub's order. */
const NAMES: Record<string, Reaction['content']> = {
  THUMBS_UP: '+1',
  THUMBS_DOWN: '-1',
  LAUGH: 'laugh',
  HOORAY: 'hooray',
  CONFUSED: 'confused',
  HEART: 'heart',
  ROCKET: 'rocket',
  EYES: 'eyes',
};

/** Reactions as the schema and as REST calls them. */
export const reactionContent = {
  all: Object.keys(NAMES),
  toRest: (name: string): Reaction['content'] => NAMES[name],
  fromRest: (content: Reaction['content']): string =>
    Object.keys(NAMES).find(name => NAMES[name] === content)!,
};
