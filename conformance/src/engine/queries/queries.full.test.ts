import { allDatabases } from '../harness/databases';
import { questionsOn } from './questionsOn';
import { runQueries } from './runQueries';

jest.setTimeout(1_200_000);

it.each(allDatabases)(
  'answers thousands of random questions as stock does on %s',
  async database => {
    const questionsPerCatalog = questionsOn(database);
    const { questions } = await runQueries({
      database,
      catalogs: 25,
      questionsPerCatalog,
      seed: 1055,
    });
    expect(questions).toBe(25 * questionsPerCatalog);
  },
);
