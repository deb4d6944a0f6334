import type { Question } from '../harness/ask';
import { compareAnswers } from '../harness/compareAnswers';
import type { DatabaseName } from '../harness/databases';
import type { Pair } from '../harness/startPair';
import { sortAncestry } from '../queries/sortAncestry';
import { resolveIds } from './resolveIds';

/** Asks both catalogs questions that change nothing. Resolves to what went wrong, one text for each. */
export async function compareReads(options: {
  pair: Pair;
  database: DatabaseName;
  questions: Question[];
  headers?: Record<string, string>;
}): Promise<string[]> {
  const { pair, database, questions, headers } = options;
  const mistakes: string[] = [];
  for (const asked of questions) {
    const { question } = await resolveIds(pair.stock, asked);
    await compareAnswers({
      pair,
      database,
      question: { ...question, headers: { ...question.headers, ...headers } },
      normalise: sortAncestry,
    }).catch(error => mistakes.push(error.message));
  }
  return mistakes;
}
