import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import { openSystems } from './openSystems';

jest.setTimeout(120_000);

const { inspect } = openSystems({ now: () => new Date() });

describe('PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    postgres = await startPostgres();
  });
  afterAll(() => postgres.stop());

  const run = (connection: JsonObject) =>
    inspect({ backend: { database: { client: 'pg', connection } } });

  it('passes a server that answers', async () => {
    const connection = await postgres.createDatabase('callboard');
    expect(await run(connection)).toMatchObject([
      {
        id: 'database',
        kind: 'database',
        status: 'pass',
        detail: expect.stringMatching(
          /^PostgreSQL 18.*of 200 connections are in use/,
        ),
      },
    ]);
  });

  it('tells a password that is refused, without it', async () => {
    const connection = await postgres.createDatabase('other');
    const facts = await run({ ...connection, password: 'wrong-password' });
    expect(facts).toMatchObject([
      {
        status: 'fail',
        detail: expect.stringContaining('password authentication failed'),
      },
    ]);
    expect(JSON.stringify(facts)).not.toContain('wrong-password');
  });
});
