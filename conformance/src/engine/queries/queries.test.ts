import { allDatabases } from '../harness/databases';
import { runQueries } from './runQueries';

jest.setTimeout(120_000);

it.each(allDatabases)(
  'answers 300 random questions as stock does on %s',
  async database => {
    const { questions } = await runQueries({
      database,
      catalogs: 3,
      questionsPerCatalog: 100,
      seed: 55,
    });
    expect(questions).toBe(300);
  },
);
