import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { ClaimRow, EventRow, TaskRow } from './rows';
import { type Fenced, withClaim } from './withClaim';

/** What ends a run: its status from then on, and the body of the event `completion`. */
export interface RunEnd {
  status: 'completed' | 'failed' | 'cancelled';
  body: JsonObject;
}

type Ended = Pick<
  TaskRow,
  'created_at' | 'last_heartbeat_at' | 'created_by' | 'state'
>;

/** Ends a run whose claim one has. Its secrets are gone with the same transaction; files stay only where a retry may need them. */
export async function endRun(
  options: { knex: Knex; taskId: string; claim: string } & RunEnd,
): Promise<Fenced<Ended>> {
  const { knex, taskId, claim, status, body } = options;
  return withClaim({
    knex,
    taskId,
    claim,
    work: tx => writeEnd({ tx, taskId, status, body }),
  });
}

/** Ends a run of which nobody speaks any more, whoever had the claim. Lost when it is not in progress. */
export async function endForsakenRun(
  options: { knex: Knex; taskId: string; steps?: JsonObject[] } & RunEnd,
): Promise<Fenced<Ended>> {
  const { knex, taskId, status, body, steps = [] } = options;
  return knex.transaction(async tx => {
    const touched = await tx<TaskRow>('tasks')
      .where({ id: taskId, status: 'processing' })
      .update({ secrets: null });
    if (touched === 0) return { outcome: 'lost' as const };
    for (const step of steps) {
      await tx<EventRow>('task_events').insert({
        task_id: taskId,
        event_type: 'log',
        body: JSON.stringify(step),
      });
    }
    const value = await writeEnd({ tx, taskId, status, body });
    return { outcome: 'done' as const, value };
  });
}

/** The end itself, in a transaction that holds the run's row. */
export async function writeEnd(
  options: { tx: Knex.Transaction; taskId: string } & RunEnd,
): Promise<Ended> {
  const { tx, taskId, status, body } = options;
  await tx<TaskRow>('tasks')
    .where({ id: taskId })
    .update({
      status,
      secrets: null,
      ...(status === 'completed' && { workspace: null }),
    });
  await tx<ClaimRow>('run_claims')
    .insert({ task_id: taskId, ended_at: tx.fn.now() })
    .onConflict('task_id')
    .merge({ claim: null, worker: null, ended_at: tx.fn.now() });
  await tx<EventRow>('task_events').insert({
    task_id: taskId,
    event_type: 'completion',
    body: JSON.stringify(body),
  });
  const row = await tx<TaskRow>('tasks')
    .where({ id: taskId })
    .first('created_at', 'last_heartbeat_at', 'created_by', 'state');
  return row!;
}
