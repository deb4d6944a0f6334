import type { Knex } from 'knex';
import { isOneOf } from './bulk';

/** What was brought in of some entities, as JSON, by reference. */
export async function readUnprocessed(options: {
  knex: Knex;
  entityRefs: readonly string[];
}): Promise<Map<string, string>> {
  const { knex, entityRefs } = options;
  const condition = isOneOf({
    tx: knex,
    column: 'entity_ref',
    values: entityRefs,
  });
  const rows: { entity_ref: string; unprocessed_entity: string }[] = await knex(
    'refresh_state',
  )
    .select('entity_ref', 'unprocessed_entity')
    .whereRaw(condition.sql, condition.bindings);
  return new Map(rows.map(row => [row.entity_ref, row.unprocessed_entity]));
}
