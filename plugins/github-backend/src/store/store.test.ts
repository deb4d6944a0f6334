import createKnex, { type Knex } from 'knex';
import { describeStore } from './__testUtils__/describeStore';

const opened: Knex[] = [];
afterEach(async () => {
  for (const knex of opened.splice(0)) await knex.destroy();
});

describe('on SQLite', () => {
  describeStore(async () => {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
      pool: { min: 1, max: 1 },
    });
    opened.push(knex);
    return knex;
  });
});
