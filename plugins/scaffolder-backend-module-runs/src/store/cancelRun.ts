import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import type { EventRow, TaskRow } from './rows';
import { writeEnd } from './endRun';

/**
 * Asks for a run to end. One that waits ends here; one in progress is ended by whoever has it. Its stored secrets are gone at once in both
 * cases. One that has ended already is left alone.
 */
export async function cancelRun(options: {
  knex: Knex;
  taskId: string;
  /** Of the event `cancelled`. */
  body: JsonObject;
  /** Of the event `completion`, when the run ends here. */
  endBody: JsonObject;
}): Promise<{ outcome: 'ended' | 'asked' | 'over'; eventId?: number }> {
  const { knex, taskId, body, endBody } = options;
  return knex.transaction(async tx => {
    const touched = await tx<TaskRow>('tasks')
      .where({ id: taskId })
      .whereIn('status', ['open', 'processing'])
      .update({ secrets: null });
    const row = await tx<TaskRow>('tasks')
      .where({ id: taskId })
      .first('status');
    if (!row) throw new NotFoundError(`No task with id '${taskId}' found`);
    if (touched === 0) return { outcome: 'over' as const };
    const [event] = await tx<EventRow>('task_events')
      .insert({
        task_id: taskId,
        event_type: 'cancelled',
        body: JSON.stringify(body),
      })
      .returning('id');
    const eventId = Number(event.id);
    if (row.status === 'processing') {
      return { outcome: 'asked' as const, eventId };
    }
    await writeEnd({ tx, taskId, status: 'cancelled', body: endBody });
    return { outcome: 'ended' as const, eventId };
  });
}
