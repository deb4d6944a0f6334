import type { Knex } from 'knex';
import { updateRows } from './bulk';

/** When an entity is to be processed next. */
export type DueChange = {
  entityId: string;
  delayMs: number;
  /** Failures in a row. */
  attempts: number;
  /**
   * When it was due when this was decided, epoch in ms. If that has changed, somebody asked for it to be processed again meanwhile,
   * and that stays.
   */
  expectedDueAt?: number;
};

/** Sets when entities that are in the queue are due next. */
export async function writeDueChanges(options: {
  tx: Knex;
  changes: readonly DueChange[];
  /** The database's time, epoch in ms. */
  nowMs: number;
}): Promise<void> {
  const { tx, changes, nowMs } = options;
  await updateRows({
    tx,
    table: 'engine_entities',
    key: 'entity_id',
    columns: {
      entity_id: 'text',
      due_at: 'bigint',
      attempts: 'integer',
      expected_due_at: 'bigint',
    },
    expected: { expected_due_at: 'due_at' },
    rows: changes.map(change => ({
      entity_id: change.entityId,
      due_at: nowMs + Math.round(change.delayMs),
      attempts: change.attempts,
      expected_due_at: change.expectedDueAt ?? null,
    })),
  });
}
