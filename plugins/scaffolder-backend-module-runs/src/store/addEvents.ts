import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { EventRow } from './rows';
import { type Fenced, withClaim } from './withClaim';

/** Adds lines to the log of a run, in their order. */
export async function addEvents(options: {
  knex: Knex;
  taskId: string;
  claim: string;
  bodies: JsonObject[];
}): Promise<Fenced<void>> {
  const { knex, taskId, claim, bodies } = options;
  return withClaim({
    knex,
    taskId,
    claim,
    async work(tx) {
      await tx.batchInsert<EventRow>(
        'task_events',
        bodies.map(body => ({
          task_id: taskId,
          event_type: 'log' as const,
          body: JSON.stringify(body),
        })),
        100,
      );
    },
  });
}
