import type { Knex } from 'knex';
import type { TaskRow } from './rows';
import { type Fenced, withClaim } from './withClaim';

/** Stores the sealed archive of a run's files. */
export async function saveWorkspace(options: {
  knex: Knex;
  taskId: string;
  claim: string;
  sealed: Buffer;
}): Promise<Fenced<void>> {
  const { knex, taskId, claim, sealed } = options;
  return withClaim({
    knex,
    taskId,
    claim,
    async work(tx) {
      await tx<TaskRow>('tasks')
        .where({ id: taskId })
        .update({ workspace: sealed });
    },
  });
}

/** The sealed archive of a run's files, where there is one. */
export async function readWorkspace(options: {
  knex: Knex;
  taskId: string;
}): Promise<Buffer | undefined> {
  const row = await options
    .knex<TaskRow>('tasks')
    .where({ id: options.taskId })
    .first('workspace');
  return row?.workspace ?? undefined;
}
