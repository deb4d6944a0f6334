import { runQueries } from '../queries/runQueries';
import { comparePermissions } from './comparePermissions';

jest.setTimeout(180_000);

it('answers the corpus as stock does for callers who may see a part', async () => {
  const callers = ['nested', 'nobody'];
  expect(await comparePermissions({ database: 'SQLite', callers })).toEqual([]);
});

it('answers 200 random questions as stock does under random conditions', async () => {
  const { questions } = await runQueries({
    database: 'SQLite',
    permissions: true,
    catalogs: 2,
    questionsPerCatalog: 100,
    seed: 155,
  });
  expect(questions).toBe(200);
});
