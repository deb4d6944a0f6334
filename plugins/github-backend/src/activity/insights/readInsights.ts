import type { Answer, Insights } from '@callboard/plugin-github-common';
import type { ActivityParts } from '../ActivityParts';
import type { Place } from '../answers/Question';
import { contributorsQuestion } from './contributorsQuestion';
import { historyQuestion } from './historyQuestion';

/** Languages, people, releases and commits of a repository, in two requests at most. */
export async function readInsights(
  options: Pick<ActivityParts, 'github' | 'ask' | 'answers' | 'now'> & {
    place: Place;
  },
): Promise<Answer<Insights>> {
  const { answers } = options;
  const [history, people] = await Promise.all([
    answers.ask(historyQuestion(options)),
    answers.ask(contributorsQuestion(options)),
  ]);
  if (history.state !== 'answered') return history;
  const { value, lacks, ...about } = history;
  return {
    ...about,
    value: {
      ...value,
      contributors: people.state === 'answered' ? people.value : [],
    },
    lacks:
      people.state === 'refused' && people.lack
        ? [...lacks, people.lack]
        : lacks,
  };
}
