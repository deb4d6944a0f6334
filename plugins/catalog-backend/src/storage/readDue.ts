import type { Knex } from 'knex';
import type { DueItem } from '../ingestion/ProcessedItem';
import { databaseTimeMs } from './databaseTime';
import { isOneOf } from './bulk';

/** Entities that are due, the most urgent first, but not those named as under way. */
export async function readDue(options: {
  knex: Knex;
  limit: number;
  underWay: ReadonlySet<string>;
}): Promise<DueItem[]> {
  const { knex, limit, underWay } = options;
  const due: {
    entity_id: string;
    attempts: number;
    due_at: number | string;
  }[] = await knex('engine_entities')
    .select('entity_id', 'attempts', 'due_at')
    .whereRaw(`due_at <= ${databaseTimeMs(knex)}`)
    .orderBy('due_at')
    .limit(limit + underWay.size);
  const queued = new Map(
    due
      .filter(row => !underWay.has(row.entity_id))
      .slice(0, limit)
      .map(row => [row.entity_id, row]),
  );
  if (queued.size === 0) return [];

  const condition = isOneOf({
    tx: knex,
    column: 'entity_id',
    values: [...queued.keys()],
  });
  const rows = await knex('refresh_state')
    .select(
      'entity_id',
      'entity_ref',
      'unprocessed_entity',
      'unprocessed_hash',
      'location_key',
      'result_hash',
      'cache',
    )
    .whereRaw(condition.sql, condition.bindings);
  const byId = new Map(rows.map(row => [row.entity_id, row]));
  return [...queued.values()].flatMap(({ entity_id, attempts, due_at }) => {
    const row = byId.get(entity_id);
    if (!row) return [];
    return {
      entityId: row.entity_id,
      entityRef: row.entity_ref,
      unprocessedEntity: JSON.parse(row.unprocessed_entity),
      unprocessedHash: row.unprocessed_hash,
      locationKey: row.location_key,
      resultHash: row.result_hash ?? '',
      state: row.cache ? JSON.parse(row.cache) : undefined,
      attempts,
      dueAt: Number(due_at),
    };
  });
}
