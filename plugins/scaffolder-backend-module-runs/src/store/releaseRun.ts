import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { ClaimRow, EventRow, TaskRow } from './rows';
import { secondsAgo } from './sqlTime';
import { type Fenced, withClaim } from './withClaim';

/** Gives a run back, so that another process, or this one after its restart, goes on with it at once. */
export async function releaseRun(options: {
  knex: Knex;
  taskId: string;
  claim: string;
  /** Of an event `log`. */
  body: JsonObject;
}): Promise<Fenced<void>> {
  const { knex, taskId, claim, body } = options;
  return withClaim({
    knex,
    taskId,
    claim,
    async work(tx) {
      await tx<TaskRow>('tasks')
        .where({ id: taskId })
        .update({ status: 'open' });
      await tx<ClaimRow>('run_claims')
        .where({ task_id: taskId })
        .update({ claim: null, worker: null });
      await tx<EventRow>('task_events').insert({
        task_id: taskId,
        event_type: 'log',
        body: JSON.stringify(body),
      });
    },
  });
}

/**
 * Takes a run away from a process that has not been heard of, so that another one goes on with it.
 *
 * @returns the id of its event `recovered`; undefined when the process was heard of meanwhile, or the run has ended.
 */
export async function recoverRun(
  options: { knex: Knex; taskId: string; body: JsonObject } & (
    | { seconds: number }
    | { notOf: string }
  ),
): Promise<number | undefined> {
  const { knex, taskId, body } = options;
  return knex.transaction(async tx => {
    const query = tx<TaskRow>('tasks').where({
      id: taskId,
      status: 'processing',
    });
    if ('seconds' in options) {
      query.andWhere(
        'last_heartbeat_at',
        '<=',
        secondsAgo({ knex, seconds: options.seconds }) as any,
      );
    }
    const updated = await query.update({
      status: 'open',
      last_heartbeat_at: tx.fn.now(),
    });
    if (updated === 0) return undefined;
    const change = {
      claim: null,
      worker: null,
      recovered_at: tx.fn.now(),
    };
    await tx<ClaimRow>('run_claims')
      .insert({ task_id: taskId, ...change, recoveries: 1 })
      .onConflict('task_id')
      .merge({
        ...change,
        recoveries: tx.raw('run_claims.recoveries + 1') as any,
      });
    const [event] = await tx<EventRow>('task_events')
      .insert({
        task_id: taskId,
        event_type: 'recovered',
        body: JSON.stringify(body),
      })
      .returning('id');
    return Number(event.id);
  });
}
