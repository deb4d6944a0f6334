import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { adoptIds } from '../harness/adoptIds';
import { startDatabases, type DatabaseName } from '../harness/databases';
import { startPair, type Pair, type PairOptions } from '../harness/startPair';
import {
  conditionalDecision,
  type Criteria,
} from '../permissions/conditionalDecision';
import { criteriaArbitrary } from '../permissions/criteriaArbitrary';
import { catalogArbitrary } from './catalogArbitrary';
import { compareQuery } from './compareQuery';
import { queryArbitrary } from './queryArbitrary';
import { vocabularyOf } from './vocabulary';

export type QueryRun = {
  database: DatabaseName;
  against?: PairOptions['against'];
  /** Asks each question under a random condition on what may be read. */
  permissions?: boolean;
  catalogs: number;
  questionsPerCatalog: number;
  seed: number;
};

/**
 * Fills both catalogs with one random catalog after the other and asks both random questions about each. Resolves to the number
 * of questions and of answers (a question may go on over several pages). Throws with the smallest question whose answers differ.
 */
export async function runQueries(
  options: QueryRun,
): Promise<{ questions: number; answers: number }> {
  const { database, against, permissions, questionsPerCatalog, seed } = options;
  const databases = await startDatabases(database);
  let criteria: Criteria | undefined;
  let pair: Pair | undefined;
  let questions = 0;
  let answers = 0;
  try {
    pair = await startPair({
      databases,
      against,
      providers: ['random'],
      policy: () =>
        criteria
          ? conditionalDecision(criteria)
          : { result: AuthorizeResult.ALLOW },
    });
    const { stock, other } = pair;
    const catalogs = fc.sample(catalogArbitrary, {
      numRuns: options.catalogs,
      seed,
    });
    for (const [index, catalog] of catalogs.entries()) {
      criteria = undefined;
      // What cannot be indexed keeps its last version, and which that is depends on the moment; so none has one.
      await pair.both(side => side.provider('random').full([]));
      await pair.both(side => side.removeOrphans());
      await pair.both(side => side.provider('random').full(catalog));
      await adoptIds({ from: other, to: stock });
      const { body } = await stock.ask({ path: '/entities' });
      const words = vocabularyOf(body as Entity[]);
      await fc.assert(
        fc.asyncProperty(
          queryArbitrary(words),
          permissions ? criteriaArbitrary(words) : fc.constant(undefined),
          async (query, conditions) => {
            criteria = conditions;
            questions += 1;
            answers += await compareQuery({ pair: pair!, database, query });
          },
        ),
        { numRuns: questionsPerCatalog, seed: seed + index },
      );
    }
  } finally {
    await pair?.stop();
    await databases.stop();
  }
  return { questions, answers };
}
