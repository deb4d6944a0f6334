import type { DatabaseName } from '../harness/databases';
import type { Answer, Question } from '../harness/ask';
import { compareAnswers } from '../harness/compareAnswers';
import type { Pair } from '../harness/startPair';
import { sortAncestry } from './sortAncestry';
import type { Query } from './queryArbitrary';

/** Asks both catalogs and compares, then goes on along the pages. Resolves to the number of answers that were compared. */
export async function compareQuery(options: {
  pair: Pair;
  database: DatabaseName;
  query: Query;
}): Promise<number> {
  const { pair, database } = options;
  const { walk = [], ...first } = options.query;
  let question: Question | undefined = first;
  let compared = 0;
  const steps = [...walk];
  while (question) {
    const { answers }: { answers: [Answer, Answer] } = await compareAnswers({
      pair,
      database,
      question,
      normalise: sortAncestry,
    });
    compared += 1;
    const step = steps.shift();
    // The cursors are the same in both, else the answers would have differed.
    question = step && follow(question, answers[0], step);
  }
  return compared;
}

/** The question for the next or previous page, if there is one. */
function follow(
  asked: Question,
  answer: Answer,
  step: 'next' | 'previous',
): Question | undefined {
  if (answer.status !== 200) {
    return undefined;
  }
  if (asked.path.startsWith('/entities?')) {
    const next = /^<(.*)>; rel="next"$/.exec(answer.link ?? '')?.[1];
    return next && step === 'next' ? { ...asked, path: next } : undefined;
  }
  const { pageInfo } = answer.body as {
    pageInfo?: { nextCursor?: string; prevCursor?: string };
  };
  const cursor = step === 'next' ? pageInfo?.nextCursor : pageInfo?.prevCursor;
  if (!cursor) {
    return undefined;
  }
  if (asked.method === 'POST') {
    const { limit, fields } = asked.body as {
      limit?: number;
      fields?: string[];
    };
    return { ...asked, body: { cursor, limit, fields } };
  }
  const url = new URL(`http://ignored${asked.path}`);
  const parameters = new URLSearchParams({ cursor });
  for (const name of ['limit', 'fields']) {
    for (const value of url.searchParams.getAll(name)) {
      parameters.append(name, value);
    }
  }
  return { path: `/entities/by-query?${parameters}` };
}
