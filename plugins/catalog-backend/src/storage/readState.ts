import type { Knex } from 'knex';
import type { StateRow } from '../ingestion/CommitBatch';
import { isOneOf } from './bulk';

/** Reads the rows of `refresh_state` that a commit decides on, by reference. */
export async function readState(options: {
  tx: Knex;
  entityRefs: readonly string[];
}): Promise<Map<string, StateRow>> {
  const { tx, entityRefs } = options;
  if (entityRefs.length === 0) return new Map();
  const condition = isOneOf({ tx, column: 'entity_ref', values: entityRefs });
  const rows = await tx('refresh_state')
    .select(
      'entity_id',
      'entity_ref',
      'location_key',
      'unprocessed_hash',
      tx.raw('processed_entity is not null as processed'),
    )
    .whereRaw(condition.sql, condition.bindings);
  return new Map(
    rows.map(row => [
      row.entity_ref,
      {
        entityId: row.entity_id,
        entityRef: row.entity_ref,
        locationKey: row.location_key,
        unprocessedHash: row.unprocessed_hash,
        processed: Boolean(row.processed),
      },
    ]),
  );
}

/** What it takes to put final entities together that this commit has not processed itself. */
export type StitchRow = {
  entityId: string;
  entityRef: string;
  /** JSON. */
  processed: string;
  errors: string;
  /** Of the final entity, where there is one. */
  hash: string | null;
};

/** Reads what was processed of some entities, by reference. Those that never were are left out. */
export async function readProcessed(options: {
  tx: Knex;
  entityRefs: readonly string[];
}): Promise<StitchRow[]> {
  const { tx, entityRefs } = options;
  if (entityRefs.length === 0) return [];
  const condition = isOneOf({
    tx,
    column: 'refresh_state.entity_ref',
    values: entityRefs,
  });
  const rows = await tx('refresh_state')
    .leftJoin(
      'final_entities',
      'final_entities.entity_id',
      'refresh_state.entity_id',
    )
    .select(
      'refresh_state.entity_id',
      'refresh_state.entity_ref',
      'refresh_state.processed_entity',
      'refresh_state.errors',
      'final_entities.hash',
    )
    .whereNotNull('refresh_state.processed_entity')
    .whereRaw(condition.sql, condition.bindings);
  return rows.map(row => ({
    entityId: row.entity_id,
    entityRef: row.entity_ref,
    processed: row.processed_entity,
    errors: row.errors,
    hash: row.hash,
  }));
}
