// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import { contractAnswers } from './__testUtils__/contractAnswers';
import { expectContract } from './__testUtils__/expectContract';

jest.setTimeout(120_000);

it("answers on PostgreSQL what stock's broker answers, but for what is better", async () => {
  expect.hasAssertions();
  const postgres = await startPostgres();
  try {
    const { host, port, user, password } = postgres;
    const database = (prefix: string) => ({
      client: 'pg',
      connection: { host, port, user, password },
      prefix,
    });
    expectContract({
      stock: await contractAnswers({
        withModule: false,
        database: database('stock_'),
      }),
      ours: await contractAnswers({
        withModule: true,
        database: database('ours_'),
      }),
    });
  } finally {
    await postgres.stop();
  }
});
