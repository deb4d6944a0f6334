import type { Knex } from 'knex';
import type { CommitBatch } from '../ingestion/CommitBatch';
import { priorityOf } from '../ingestion/priorityOf';
import type { FinalEntity } from '../ingestion/stitch';
import { insertRows, isOneOf, updateRows } from './bulk';
import { type DueChange, writeDueChanges } from './writeDueChanges';

/** Writes all that a commit gathered, in one statement a table and kind of change. */
export async function writeCommit(options: {
  tx: Knex;
  batch: CommitBatch;
  finals: readonly FinalEntity[];
  /** References to be put together by a later commit. */
  stitchLater: readonly string[];
  /** References whose wait for that is over. */
  stitched: readonly string[];
  /** The database's time, epoch in ms. */
  nowMs: number;
}): Promise<void> {
  const { tx, batch, nowMs } = options;
  await deleteRows({ tx, batch });
  await writeUnprocessed({ tx, batch });
  await writeResults({ tx, batch });
  await writeLedger({ tx, batch });
  await writeRefreshKeys({ tx, batch });
  await writeDue({ tx, batch, nowMs });
  await insertRows({
    tx,
    table: 'final_entities',
    columns: {
      entity_id: 'text',
      entity_ref: 'text',
      final_entity: 'text',
      hash: 'text',
    },
    constants: { last_updated_at: 'CURRENT_TIMESTAMP' },
    rows: options.finals.map(final => ({
      entity_id: final.entityId,
      entity_ref: final.entityRef,
      final_entity: final.body,
      hash: final.hash,
    })),
    onConflict:
      '(entity_id) DO UPDATE SET final_entity = excluded.final_entity, hash = excluded.hash, last_updated_at = excluded.last_updated_at',
  });
  await insertRows({
    tx,
    table: 'stitch_queue',
    columns: { entity_ref: 'text', stitch_ticket: 'text' },
    constants: { next_stitch_at: 'CURRENT_TIMESTAMP' },
    rows: options.stitchLater.map(ref => ({
      entity_ref: ref,
      stitch_ticket: '',
    })),
    onConflict: '(entity_ref) DO NOTHING',
  });
  await deleteWhere({
    tx,
    table: 'stitch_queue',
    column: 'entity_ref',
    values: options.stitched,
  });
}

async function deleteRows(options: { tx: Knex; batch: CommitBatch }) {
  const { tx, batch } = options;
  await deleteWhere({
    tx,
    table: 'refresh_state',
    column: 'entity_id',
    values: [...batch.deleted.values()],
  });
  await deleteWhere({
    tx,
    table: 'stitch_queue',
    column: 'entity_ref',
    values: [...batch.deleted.keys()],
  });
}

async function writeUnprocessed(options: { tx: Knex; batch: CommitBatch }) {
  const { tx, batch } = options;
  await insertRows({
    tx,
    table: 'refresh_state',
    columns: {
      entity_id: 'text',
      entity_ref: 'text',
      unprocessed_entity: 'text',
      unprocessed_hash: 'text',
      location_key: 'text',
      processed_entity: 'text',
      result_hash: 'text',
      errors: 'text',
      cache: 'text',
    },
    constants: {
      next_update_at: 'CURRENT_TIMESTAMP',
      last_discovery_at: 'CURRENT_TIMESTAMP',
    },
    rows: Array.from(batch.inserts.values(), write => {
      const { entityId } = write;
      const processed = batch.processed.get(entityId);
      const result = processed ?? batch.failures.get(entityId);
      return {
        entity_id: entityId,
        entity_ref: write.entityRef,
        unprocessed_entity: write.json,
        unprocessed_hash: write.hash,
        location_key: write.locationKey,
        processed_entity: processed?.json ?? null,
        result_hash: result?.resultHash ?? null,
        errors: result?.errors ?? '',
        cache: batch.caches.get(entityId) ?? null,
      };
    }),
  });
  await updateRows({
    tx,
    table: 'refresh_state',
    key: 'entity_id',
    columns: {
      entity_id: 'text',
      unprocessed_entity: 'text',
      unprocessed_hash: 'text',
      location_key: 'text',
    },
    constants: {
      next_update_at: 'CURRENT_TIMESTAMP',
      last_discovery_at: 'CURRENT_TIMESTAMP',
    },
    rows: Array.from(batch.unprocessed.values(), write => ({
      entity_id: write.entityId,
      unprocessed_entity: write.json,
      unprocessed_hash: write.hash,
      location_key: write.locationKey,
    })),
  });
}

/** Of rows that were there before; what is new was inserted with its result. */
async function writeResults(options: { tx: Knex; batch: CommitBatch }) {
  const { tx, batch } = options;
  const isOld = ({ entityId }: { entityId: string }) =>
    !batch.inserts.has(entityId);
  await updateRows({
    tx,
    table: 'refresh_state',
    key: 'entity_id',
    columns: {
      entity_id: 'text',
      processed_entity: 'text',
      result_hash: 'text',
      errors: 'text',
      location_key: 'text',
    },
    rows: [...batch.processed.values()].filter(isOld).map(write => ({
      entity_id: write.entityId,
      processed_entity: write.json,
      result_hash: write.resultHash,
      errors: write.errors,
      location_key: write.locationKey,
    })),
  });
  await updateRows({
    tx,
    table: 'refresh_state',
    key: 'entity_id',
    columns: { entity_id: 'text', result_hash: 'text', errors: 'text' },
    rows: [...batch.failures.values()].filter(isOld).map(write => ({
      entity_id: write.entityId,
      result_hash: write.resultHash,
      errors: write.errors,
    })),
  });
  await updateRows({
    tx,
    table: 'refresh_state',
    key: 'entity_id',
    columns: { entity_id: 'text', cache: 'text' },
    rows: [...batch.caches]
      .filter(([entityId]) => isOld({ entityId }))
      .map(([id, cache]) => ({ entity_id: id, cache })),
  });
  await updateRows({
    tx,
    table: 'refresh_state',
    key: 'entity_id',
    columns: { entity_id: 'text' },
    constants: { result_hash: `''` },
    rows: Array.from(batch.forced, id => ({ entity_id: id })),
  });
  await updateRows({
    tx,
    table: 'refresh_state',
    key: 'entity_id',
    columns: { entity_id: 'text' },
    constants: { location_key: 'NULL' },
    rows: Array.from(batch.freed, id => ({ entity_id: id })),
  });
}

/** References and emitted relations of all nodes that the commit changes. */
async function writeLedger(options: { tx: Knex; batch: CommitBatch }) {
  const { tx, batch } = options;
  const reparented: string[] = [];
  const links: Record<string, string | null>[] = [];
  for (const [entityRef, { before, after }] of batch.view.parentChanges()) {
    // The links of a deleted row go with it.
    if (before.length > 0 && !batch.deleted.has(entityRef)) {
      reparented.push(entityRef);
    }
    for (const link of after) {
      const isEntity = link.startsWith('entity:');
      const source = link.slice(link.indexOf(':') + 1);
      links.push({
        source_key: isEntity ? null : source,
        source_entity_ref: isEntity ? source : null,
        target_entity_ref: entityRef,
      });
    }
  }
  await deleteWhere({
    tx,
    table: 'refresh_state_references',
    column: 'target_entity_ref',
    values: reparented,
  });
  await insertRows({
    tx,
    table: 'refresh_state_references',
    columns: {
      source_key: 'text',
      source_entity_ref: 'text',
      target_entity_ref: 'text',
    },
    rows: links,
  });
  await updateRows({
    tx,
    table: 'engine_entities',
    key: 'entity_id',
    columns: { entity_id: 'text', relations: 'text' },
    rows: [...batch.processed.values()]
      .filter(({ entityId }) => !batch.inserts.has(entityId))
      .map(({ entityId, entityRef }) => ({
        entity_id: entityId,
        relations: relationsOf({ batch, entityRef }),
      })),
  });
}

async function writeRefreshKeys(options: { tx: Knex; batch: CommitBatch }) {
  const { tx, batch } = options;
  await deleteWhere({
    tx,
    table: 'refresh_keys',
    column: 'entity_id',
    values: [...batch.refreshKeys.keys()],
  });
  await insertRows({
    tx,
    table: 'refresh_keys',
    columns: { entity_id: 'text', key: 'text' },
    rows: Array.from(batch.refreshKeys).flatMap(([id, keys]) =>
      keys.map(key => ({ entity_id: id, key })),
    ),
  });
}

async function writeDue(options: {
  tx: Knex;
  batch: CommitBatch;
  nowMs: number;
}) {
  const { tx, batch, nowMs } = options;
  const added: Record<string, string | number>[] = [];
  const changes: DueChange[] = [];
  for (const [entityId, due] of batch.due) {
    const inserted = batch.inserts.get(entityId);
    if (inserted) {
      added.push({
        entity_id: entityId,
        relations: relationsOf({ batch, entityRef: inserted.entityRef }),
        due_at:
          nowMs + Math.round(due.delayMs) + priorityOf(inserted.entityRef),
        attempts: due.attempts,
      });
    } else {
      changes.push({ entityId, ...due });
    }
  }
  await insertRows({
    tx,
    table: 'engine_entities',
    columns: {
      entity_id: 'text',
      relations: 'text',
      due_at: 'bigint',
      attempts: 'integer',
    },
    rows: added,
  });
  await writeDueChanges({ tx, changes, nowMs });
}

function relationsOf(options: { batch: CommitBatch; entityRef: string }) {
  const { batch, entityRef } = options;
  return JSON.stringify(batch.view.get(entityRef)?.relations ?? []);
}

async function deleteWhere(options: {
  tx: Knex;
  table: string;
  column: string;
  values: readonly string[];
}) {
  const { tx, table, column, values } = options;
  if (values.length === 0) return;
  const condition = isOneOf({ tx, column, values });
  await tx.raw(
    `DELETE FROM ${table} WHERE ${condition.sql}`,
    condition.bindings,
  );
}
