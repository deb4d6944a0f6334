import { allDatabases } from '../harness/databases';
import { questionsOn } from '../queries/questionsOn';
import { runQueries } from '../queries/runQueries';
import { callersOn } from './callersOn';
import { comparePermissions } from './comparePermissions';

jest.setTimeout(1_800_000);

describe.each(allDatabases)('with permissions on %s', database => {
  it.each(callersOn(database))(
    'answers the corpus as stock does for the caller "%s"',
    async caller => {
      expect(await comparePermissions({ database, callers: [caller] })).toEqual(
        [],
      );
    },
  );

  it('answers thousands of random questions as stock does under random conditions', async () => {
    const questionsPerCatalog = questionsOn(database);
    const { questions } = await runQueries({
      database,
      permissions: true,
      catalogs: 25,
      questionsPerCatalog,
      seed: 2055,
    });
    expect(questions).toBe(25 * questionsPerCatalog);
  });
});
