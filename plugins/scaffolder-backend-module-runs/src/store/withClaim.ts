import type { Knex } from 'knex';
import type { ClaimRow, TaskRow } from './rows';

/** What was written, or that the run is another process's by now (or has ended), and nothing was. */
export type Fenced<T> = { outcome: 'done'; value: T } | { outcome: 'lost' };

class NotMine extends Error {}

/**
 * Does work in a transaction in which nobody can take the run away from the holder of the claim.
 *
 * Touching the run's row locks it, which everybody does who gives or takes a claim; the claim is read after that, in a statement of its own,
 * so that it is seen as it is and not as it was before the wait. Each write is a heartbeat, too.
 */
export async function withClaim<T>(options: {
  knex: Knex;
  taskId: string;
  claim: string;
  work: (tx: Knex.Transaction) => Promise<T>;
}): Promise<Fenced<T>> {
  const { knex, taskId, claim, work } = options;
  return knex
    .transaction(async (tx): Promise<Fenced<T>> => {
      const touched = await tx<TaskRow>('tasks')
        .where({ id: taskId, status: 'processing' })
        .update({ last_heartbeat_at: tx.fn.now() });
      if (touched === 0) return { outcome: 'lost' };
      const mine = await tx<ClaimRow>('run_claims')
        .where({ task_id: taskId, claim })
        .first('task_id');
      if (!mine) {
        // The successor's heartbeat is not ours to give.
        throw new NotMine();
      }
      return { outcome: 'done', value: await work(tx) };
    })
    .catch((error): Fenced<T> => {
      if (error instanceof NotMine) return { outcome: 'lost' };
      throw error;
    });
}
