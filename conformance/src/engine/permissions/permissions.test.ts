import { runQueries } from '../queries/runQueries';

jest.setTimeout(180_000);

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
