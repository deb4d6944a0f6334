import type { Question } from '../harness/ask';
import { compareAnswers } from '../harness/compareAnswers';
import type { DatabaseName } from '../harness/databases';
import { describeDifferences } from '../harness/describeDifferences';
import { dumpState } from '../harness/dumpState';
import type { Pair } from '../harness/startPair';
import { resolveIds } from './resolveIds';

/**
 * Asks both catalogs questions that change something, one after the other, and compares their states after each. Resolves to what
 * went wrong, one text for each.
 */
export async function compareWrites(options: {
  pair: Pair;
  database: DatabaseName;
  questions: Question[];
  headers?: Record<string, string>;
}): Promise<string[]> {
  const { pair, database, questions, headers } = options;
  const mistakes: string[] = [];
  for (const asked of questions) {
    const [stock, other] = await Promise.all(
      pair.sides.map(side => resolveIds(side, asked)),
    );
    const withHeaders = (question: Question) => ({
      ...question,
      headers: { ...question.headers, ...headers },
    });
    await compareAnswers({
      pair,
      database,
      question: withHeaders(stock.question),
      otherQuestion: withHeaders(other.question),
      ids: [stock.ids, other.ids],
      normalise: withoutNewIds,
    }).catch(error => mistakes.push(error.message));
    await pair.both(async () => {});
    await pair.both(side => side.removeOrphans());
    const [stockState, otherState] = await Promise.all(
      pair.sides.map(dumpState),
    );
    const differences = describeDifferences(stockState, otherState);
    if (differences.length > 0) {
      mistakes.push(
        [
          `The states differ after ${JSON.stringify(asked)}`,
          ...differences.slice(0, 10),
        ].join('\n  '),
      );
    }
  }
  return mistakes;
}

/** A location that was made just now has an identifier that each catalog drew. */
function withoutNewIds(answer: any): unknown {
  const { location } = answer.body ?? {};
  if (answer.status !== 201 || !location) {
    return answer;
  }
  return {
    ...answer,
    body: { ...answer.body, location: { ...location, id: '<id>' } },
  };
}
