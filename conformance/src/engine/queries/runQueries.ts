import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
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

/** What the callers may read at the moment; everything where there are no criteria. */
type Permitted = { criteria?: Criteria };

/**
 * Fills both catalogs with one random catalog after the other and asks both random questions about each. Resolves to the number
 * of questions and of answers (a question may go on over several pages). Throws with the smallest question whose answers differ.
 */
export async function runQueries(
  options: QueryRun,
): Promise<{ questions: number; answers: number }> {
  const { database, against, seed } = options;
  const databases = await startDatabases(database);
  const permitted: Permitted = {};
  const total = { questions: 0, answers: 0 };
  let pair: Pair | undefined;
  try {
    pair = await startPair({
      databases,
      against,
      providers: ['random'],
      policy: () =>
        permitted.criteria
          ? conditionalDecision(permitted.criteria)
          : { result: AuthorizeResult.ALLOW },
    });
    const catalogs = fc.sample(catalogArbitrary, {
      numRuns: options.catalogs,
      seed,
    });
    for (const [index, catalog] of catalogs.entries()) {
      permitted.criteria = undefined;
      await fill(pair, catalog);
      const { questions, answers } = await askAbout({
        ...options,
        pair,
        permitted,
        seed: seed + index,
      });
      total.questions += questions;
      total.answers += answers;
    }
  } finally {
    await pair?.stop();
    await databases.stop();
  }
  return total;
}

async function fill(pair: Pair, catalog: DeferredEntity[]) {
  // What cannot be indexed keeps its last version, and which that is depends on the moment; so none has one.
  await pair.both(side => side.provider('random').full([]));
  await pair.both(side => side.removeOrphans());
  await pair.both(side => side.provider('random').full(catalog));
  await adoptIds({ from: pair.other, to: pair.stock });
}

async function askAbout(
  options: QueryRun & { pair: Pair; permitted: Permitted },
) {
  const { pair, permitted, database, permissions, seed } = options;
  const { body } = await pair.stock.ask({ path: '/entities' });
  const words = vocabularyOf(body as Entity[]);
  let questions = 0;
  let answers = 0;
  await fc.assert(
    fc.asyncProperty(
      queryArbitrary(words),
      permissions ? criteriaArbitrary(words) : fc.constant(undefined),
      async (query, criteria) => {
        permitted.criteria = criteria;
        questions += 1;
        answers += await compareQuery({ pair, database, query });
      },
    ),
    { numRuns: options.questionsPerCatalog, seed },
  );
  return { questions, answers };
}
