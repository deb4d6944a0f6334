import { isDeepStrictEqual } from 'node:util';
import type { Answer, Question } from './ask';
import { canonicalAnswer, type KnownIds } from './canonical';
import type { DatabaseName } from './databases';
import { explain } from './deliberateDifferences';
import { describeDifferences } from './describeDifferences';
import type { Pair } from './startPair';

const MAX_LINES = 12;

/** What came of asking both catalogs the same. */
export type Comparison = {
  outcome: 'same' | 'explained';
  /** The answers as they came, stock's first. */
  answers: [Answer, Answer];
};

/** Asks both catalogs the same. Throws with the question and both answers when these differ and nothing explains it. */
export async function compareAnswers(options: {
  pair: Pair;
  database: DatabaseName;
  question: Question;
  /** Stands in where the catalogs need questions of their own, because they drew identifiers of their own. */
  otherQuestion?: Question;
  /** The identifiers of stock and of the other, where they differ. */
  ids?: [KnownIds, KnownIds];
  /** Puts parts of the answers in order that have none. */
  normalise?: (canonical: any) => unknown;
}): Promise<Comparison> {
  const { pair, database, question, ids, normalise = same => same } = options;
  const answers = await Promise.all([
    pair.stock.ask(question),
    pair.other.ask(options.otherQuestion ?? question),
  ]);
  const [stock, callboard] = answers.map((answer, index) =>
    normalise(canonicalAnswer(answer, ids?.[index] ?? new Map())),
  );
  if (isDeepStrictEqual(stock, callboard)) {
    return { outcome: 'same', answers };
  }
  if (explain({ database, question, stock, callboard })) {
    return { outcome: 'explained', answers };
  }
  const differences = describeDifferences(stock, callboard);
  throw new Error(
    [
      `The answers to this differ: ${JSON.stringify(question)}`,
      'Stock | Callboard:',
      ...differences.slice(0, MAX_LINES),
      ...(differences.length > MAX_LINES
        ? [`and ${differences.length - MAX_LINES} more`]
        : []),
    ].join('\n  '),
  );
}
