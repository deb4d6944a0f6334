import knexFactory, { type Knex } from 'knex';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import {
  startPostgres,
  type TestPostgres,
} from '@callboard/cli/src/testing/startPostgres';
import { storeBehaviour } from './__testUtils__/storeBehaviour';

describe('KeyStore on PostgreSQL', () => {
  let postgres: TestPostgres;
  const opened: Knex[] = [];
  beforeAll(async () => {
    postgres = await startPostgres();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(opened.map(knex => knex.destroy()));
    await postgres.stop();
  });

  storeBehaviour(async () => {
    const connection = await postgres.createDatabase(`keys_${opened.length}`);
    const knex = knexFactory({ client: 'pg', connection });
    opened.push(knex);
    return knex;
  });
});
