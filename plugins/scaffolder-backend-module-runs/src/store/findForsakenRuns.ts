import type { Knex } from 'knex';
import { secondsAgo } from './sqlTime';

/** A run in progress whose process has not been heard of. */
export interface ForsakenRun {
  taskId: string;
  /** JSON. */
  spec: string;
  recoveries: number;
}

/** Runs in progress without a heartbeat for `seconds`; with `notOf`, those that belong to any other process, at once. */
export async function findForsakenRuns(
  options: { knex: Knex } & ({ seconds: number } | { notOf: string }),
): Promise<ForsakenRun[]> {
  const { knex } = options;
  const query = knex('tasks')
    .leftJoin('run_claims', 'run_claims.task_id', 'tasks.id')
    .where('tasks.status', 'processing')
    .select(
      'tasks.id as taskId',
      'tasks.spec as spec',
      'run_claims.recoveries as recoveries',
    );
  if ('seconds' in options) {
    query.andWhere(
      'tasks.last_heartbeat_at',
      '<=',
      secondsAgo({ knex, seconds: options.seconds }),
    );
  } else {
    query.andWhere(builder =>
      builder
        .whereNull('run_claims.worker')
        .orWhereNot('run_claims.worker', options.notOf),
    );
  }
  const rows = await query;
  return rows.map((row: ForsakenRun) => ({
    ...row,
    recoveries: row.recoveries ?? 0,
  }));
}
