import createKnex from 'knex';
import { createStoredErrors } from './createStoredErrors';

it('opens the database when it is there, and says nothing of one that it cannot read', async () => {
  const knex = createKnex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  let isThere = false;
  const open = jest.fn(() => (isThere ? knex : undefined));
  const errors = createStoredErrors({ open });
  expect(await errors.read()).toBeUndefined();
  isThere = true;
  // The catalog has not made its tables yet.
  expect(await errors.read()).toBeUndefined();

  await knex.schema.createTable('final_entities', table => {
    table.text('final_entity');
  });
  await knex.schema.createTable('refresh_state', table => {
    table.string('entity_ref');
    table.text('errors');
    table.text('unprocessed_entity');
  });
  const row = { entity_ref: 'component:default/a', unprocessed_entity: '{}' };
  await knex('refresh_state').insert({
    ...row,
    errors: '[{"name":"InputError","message":"no owner"}]',
  });
  expect(await errors.read()).toEqual({
    failing: 1,
    failures: [{ ref: 'component:default/a', message: 'no owner' }],
  });

  await knex('refresh_state').update({ errors: '[]' });
  expect(await errors.read()).toEqual({ failing: 0, failures: [] });
  expect(open).toHaveBeenCalledTimes(2);
  await errors.close();
  expect(await errors.read()).toBeUndefined();
});
