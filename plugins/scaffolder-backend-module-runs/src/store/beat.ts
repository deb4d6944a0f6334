import type { Knex } from 'knex';
import type { EventRow } from './rows';
import { withClaim } from './withClaim';

/** Says that the holder of a claim is alive, and learns whether it still has it and whether somebody has cancelled the run. */
export async function beat(options: {
  knex: Knex;
  taskId: string;
  claim: string;
}): Promise<'beaten' | 'cancelled' | 'lost'> {
  const fenced = await withClaim({
    ...options,
    work: tx =>
      tx<EventRow>('task_events')
        .where({ task_id: options.taskId, event_type: 'cancelled' })
        .first('id'),
  });
  if (fenced.outcome === 'lost') return 'lost';
  return fenced.value ? 'cancelled' : 'beaten';
}
