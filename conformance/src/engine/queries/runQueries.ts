import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { adoptIds } from '../harness/adoptIds';
import { startDatabases, type DatabaseName } from '../harness/databases';
import type { EngineName } from '../harness/engines';
import { startPair } from '../harness/startPair';
import { catalogArbitrary } from './catalogArbitrary';
import { compareQuery } from './compareQuery';
import { queryArbitrary } from './queryArbitrary';
import { vocabularyOf } from './vocabulary';

/**
 * Fills both catalogs with one random catalog after the other and asks both random questions about each. Resolves to the number
 * of questions and of answers (a question may go on over several pages). Throws with the smallest question whose answers differ.
 */
export async function runQueries(options: {
  database: DatabaseName;
  against?: EngineName;
  catalogs: number;
  questionsPerCatalog: number;
  seed: number;
}): Promise<{ questions: number; answers: number }> {
  const { database, against, seed } = options;
  const databases = await startDatabases(database);
  let questions = 0;
  let answers = 0;
  try {
    const pair = await startPair({ databases, against, providers: ['random'] });
    try {
      const catalogs = fc.sample(catalogArbitrary, {
        numRuns: options.catalogs,
        seed,
      });
      for (const [index, catalog] of catalogs.entries()) {
        await pair.both(side => side.provider('random').full(catalog));
        await adoptIds({ from: pair.other, to: pair.stock });
        const { body } = await pair.stock.ask({ path: '/entities' });
        await fc.assert(
          fc.asyncProperty(
            queryArbitrary(vocabularyOf(body as Entity[])),
            async query => {
              questions += 1;
              answers += await compareQuery({ pair, database, query });
            },
          ),
          { numRuns: options.questionsPerCatalog, seed: seed + index },
        );
      }
    } finally {
      await pair.stop();
    }
  } finally {
    await databases.stop();
  }
  return { questions, answers };
}
