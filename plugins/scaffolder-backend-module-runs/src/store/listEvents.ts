import type { SerializedTaskEvent } from '@backstage/plugin-scaffolder-node';
import type { Knex } from 'knex';
import type { EventRow } from './rows';
import { toIso } from './sqlTime';

/**
 * The events of a run in their order, as stock gives them: after a recovery that starts over, only what came since.
 *
 * With `after`, those with a higher id, and the completion whatever its id, so that somebody who asks again after the end is answered.
 */
export async function listEvents(options: {
  knex: Knex;
  taskId: string;
  after?: number;
  /** Whether the completion is given again though it is not after `after`. */
  withOldCompletion?: boolean;
  isTaskRecoverable?: boolean;
}): Promise<{ events: SerializedTaskEvent[] }> {
  const { knex, taskId, after, isTaskRecoverable } = options;
  const { withOldCompletion = true } = options;
  const rows: EventRow[] = await knex<EventRow>('task_events')
    .where({ task_id: taskId })
    .andWhere(builder => {
      if (typeof after !== 'number') return;
      builder.where('id', '>', after);
      if (withOldCompletion) builder.orWhere('event_type', 'completion');
    })
    .orderBy('id')
    .select();
  const events = rows.map(row => ({
    id: Number(row.id),
    ...(isTaskRecoverable !== undefined && { isTaskRecoverable }),
    taskId,
    body: bodyOf(row),
    type: row.event_type,
    createdAt: toIso(row.created_at),
  }));
  return { events: sinceStartOver(events) };
}

/** The id of a run's newest event, 0 without one. */
export async function newestEvent(options: {
  knex: Knex;
  taskId: string;
}): Promise<number> {
  const [row]: { id: unknown }[] = await options
    .knex('task_events')
    .where({ task_id: options.taskId })
    .max('id as id');
  return Number(row?.id ?? 0);
}

function bodyOf(row: EventRow): SerializedTaskEvent['body'] {
  try {
    return JSON.parse(row.body);
  } catch {
    throw new Error(
      `The body of event ${row.id} of run ${row.task_id} is no JSON`,
    );
  }
}

function sinceStartOver(events: SerializedTaskEvent[]) {
  const last = events.findLastIndex(({ type }) => type === 'recovered');
  if (last < 0 || events[last].body.recoverStrategy !== 'startOver') {
    return events;
  }
  // Stock's own way: nobody needs the recovery itself while nothing has happened since.
  return last === events.length - 1 ? [] : events.slice(last);
}
