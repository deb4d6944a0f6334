import type { Pull } from '@callboard/plugin-github-common';

const DECISIONS = {
  approved: 'Approved',
  'changes-requested': 'Changes requested',
  'review-required': 'Review required',
};
const STATES = {
  requested: 'is asked',
  approved: 'approved',
  'changes-requested': 'wants changes',
  commented: 'commented',
  dismissed: 'was dismissed',
};

/** How the review stands in two words, and who said what. */
export function reviewWords(
  pull: Pick<Pull, 'decision' | 'reviewers' | 'asked'>,
): {
  words: string;
  title: string;
} {
  const { decision, reviewers } = pull;
  const asked = reviewers.filter(({ state }) => state === 'requested');
  const names = asked.map(({ login, team }) => login ?? team);
  const words =
    decision && (decision !== 'review-required' || names.length === 0)
      ? DECISIONS[decision]
      : names.join(', ') ||
        (pull.asked > 0 ? 'Somebody is asked' : 'Nobody is asked');
  return {
    words,
    title: reviewers
      .map(({ login, team, state }) => `${login ?? team} ${STATES[state]}`)
      .join(', '),
  };
}
