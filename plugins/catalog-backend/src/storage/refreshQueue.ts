import type { Knex } from 'knex';
import { isOneOf } from './bulk';
import { databaseTimeMs } from './databaseTime';

/** Makes entities due at once. With `force` their next result counts as changed. Resolves to how many there were. */
export async function makeDue(options: {
  knex: Knex;
  entityIds: readonly string[];
  force?: boolean;
}): Promise<number> {
  const { knex, entityIds, force } = options;
  if (entityIds.length === 0) return 0;
  const condition = isOneOf({
    tx: knex,
    column: 'entity_id',
    values: entityIds,
  });
  if (force) {
    await knex('refresh_state')
      .whereRaw(condition.sql, condition.bindings)
      .update({ result_hash: '' });
  }
  return knex('engine_entities')
    .whereRaw(condition.sql, condition.bindings)
    .update({
      due_at: knex.raw(databaseTimeMs(knex)),
      attempts: 0,
    });
}

/** The ids of entities that emitted one of these refresh keys, as stored, or one that begins with a prefix. */
export async function findByRefreshKeys(options: {
  knex: Knex;
  keys: readonly string[];
  prefixes: readonly string[];
}): Promise<string[]> {
  const { knex, keys, prefixes } = options;
  const condition = isOneOf({ tx: knex, column: 'key', values: keys });
  const rows: { entity_id: string }[] = await knex('refresh_keys')
    .distinct('entity_id')
    .where(query => {
      query.whereRaw(condition.sql, condition.bindings);
      for (const prefix of prefixes) {
        const escaped = prefix.replace(/[\\%_]/g, c => `\\${c}`);
        query.orWhereRaw(`key LIKE ? ESCAPE '\\'`, [`${escaped}%`]);
      }
    });
  return rows.map(row => row.entity_id);
}
