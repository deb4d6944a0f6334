import { allDatabases } from '../harness/databases';
import { runQueries } from './runQueries';

jest.setTimeout(1_200_000);

it.each(allDatabases)(
  'answers 10,000 random questions as stock does on %s',
  async database => {
    const { questions } = await runQueries({
      database,
      catalogs: 25,
      questionsPerCatalog: 400,
      seed: 1055,
    });
    expect(questions).toBe(10_000);
  },
);
