import type { Answer, Security } from '@callboard/plugin-github-common';
import type { ActivityParts } from '../ActivityParts';
import type { Place, Question } from '../answers/Question';
import {
  codeQuestion,
  dependabotQuestion,
  secretsQuestion,
} from './alertQuestions';

/** All three kinds of alerts; each may be refused, switched off or out of reach by itself. */
export async function readSecurity(
  options: Pick<ActivityParts, 'github' | 'answers'> & { place: Place },
): Promise<Security> {
  const ask = <T>(question: Question<T>): Promise<Answer<T>> =>
    options.answers.ask(question).catch(error => {
      if (error.name !== 'ServiceUnavailableError') throw error;
      return { state: 'refused', reason: error.message };
    });
  const [dependabot, code, secrets] = await Promise.all([
    ask(dependabotQuestion(options)),
    ask(codeQuestion(options)),
    ask(secretsQuestion(options)),
  ]);
  return { dependabot, code, secrets };
}
