import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ClaimRow, EventRow, TaskRow } from './rows';
import { isSqlite } from './sqlTime';

/** A run with the token of this attempt. */
export interface ClaimedRun {
  row: Omit<TaskRow, 'workspace'>;
  claim: string;
  /** 1 for the first. */
  attempt: number;
  /** Somebody cancelled it while nobody ran it. */
  isCancelled: boolean;
}

/**
 * Takes the oldest run that waits, for this process.
 *
 * @returns undefined when none waits.
 */
export async function claimRun(options: {
  knex: Knex;
  worker: string;
  /** Whether the secrets stay in the row while the run is on its way, for whoever takes it over. */
  keepsSecrets: (specText: string) => boolean;
}): Promise<ClaimedRun | undefined> {
  const { knex, worker, keepsSecrets } = options;
  return knex.transaction(async tx => {
    const waiting = tx<TaskRow>('tasks')
      .where({ status: 'open' })
      .orderBy('created_at')
      .limit(1)
      .select(
        'id',
        'spec',
        'status',
        'state',
        'last_heartbeat_at',
        'created_at',
        'created_by',
        'secrets',
      );
    // Processes that claim at the same time get a run each, instead of all but one getting none.
    const [row] = isSqlite(knex)
      ? await waiting
      : await waiting.forUpdate().skipLocked();
    if (!row) return undefined;

    const updated = await tx<TaskRow>('tasks')
      .where({ id: row.id, status: 'open' })
      .update({
        status: 'processing',
        last_heartbeat_at: tx.fn.now(),
        ...(!keepsSecrets(row.spec) && { secrets: null }),
      });
    if (updated === 0) return undefined;

    const claim = randomUUID();
    const known = await tx<ClaimRow>('run_claims')
      .where({ task_id: row.id })
      .first('attempts');
    const attempt = (known?.attempts ?? 0) + 1;
    await tx<ClaimRow>('run_claims')
      .insert({
        task_id: row.id,
        claim,
        worker,
        claimed_at: tx.fn.now(),
        attempts: attempt,
      })
      .onConflict('task_id')
      .merge(['claim', 'worker', 'claimed_at', 'attempts']);
    const cancelled = await tx<EventRow>('task_events')
      .where({ task_id: row.id, event_type: 'cancelled' })
      .first('id');
    return { row, claim, attempt, isCancelled: cancelled !== undefined };
  });
}
