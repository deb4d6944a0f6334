import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { SerializedTaskEvent } from '@backstage/plugin-scaffolder-node';
import type { Observable } from '@backstage/types';
import type { Knex } from 'knex';
import { getRun } from '../store/getRun';
import { listEvents, newestEvent } from '../store/listEvents';
import { createObservable } from './createObservable';

const POLL_MS = 1_000;
const FAILURES_IN_A_ROW = 10;

/** Follows the events of runs. */
export interface RunWatch {
  /** The events after an id, and those to come. Ends with an error for a run that is not there, or a database that stays away. */
  event$(options: {
    taskId: string;
    after: number | undefined;
  }): Observable<{ events: SerializedTaskEvent[] }>;
  /** Events were written in this process: whoever follows need not wait for the next look. */
  signal(taskId: string): void;
}

type Followed = {
  newest: number;
  viewers: Set<() => void>;
  timer: NodeJS.Timeout;
};

/** Viewers of a run share one look a second at the id of its newest event, and each reads only when there is something for it. */
export function createRunWatch(options: {
  knex: Knex;
  logger: LoggerService;
  pollMs?: number;
}): RunWatch {
  const { knex, logger, pollMs = POLL_MS } = options;
  const followed = new Map<string, Followed>();
  async function look(taskId: string) {
    const entry = followed.get(taskId);
    if (!entry) return;
    try {
      const newest = await newestEvent({ knex, taskId });
      if (newest <= entry.newest) return;
      entry.newest = newest;
    } catch {
      // Each viewer finds out by itself, and gives up when it goes on.
    }
    for (const wake of [...entry.viewers]) wake();
  }
  function follow(taskId: string, wake: () => void) {
    let entry = followed.get(taskId);
    if (!entry) {
      const timer = setInterval(() => look(taskId), pollMs);
      timer.unref();
      entry = { newest: 0, viewers: new Set(), timer };
      followed.set(taskId, entry);
    }
    entry.viewers.add(wake);
    return () => {
      entry.viewers.delete(wake);
      if (entry.viewers.size > 0 || followed.get(taskId) !== entry) return;
      clearInterval(entry.timer);
      followed.delete(taskId);
    };
  }

  return {
    signal: taskId => void look(taskId),
    event$: ({ taskId, after }) =>
      createObservable(observer => {
        let newest = after;
        let isFirst = true;
        let isReading = false;
        let isAgain = false;
        let isRecoverable: boolean | undefined;
        let failures = 0;
        let isClosed = false;
        let retry: NodeJS.Timeout | undefined;
        async function read() {
          isAgain = true;
          if (isReading) return;
          isReading = true;
          while (isAgain && !isClosed) {
            isAgain = false;
            try {
              isRecoverable ??= await startsOver(taskId);
              const result = await listEvents({
                knex,
                taskId,
                after: newest,
                withOldCompletion: isFirst,
                isTaskRecoverable: isRecoverable,
              });
              isFirst = false;
              failures = 0;
              const { events } = result;
              if (events.length > 0 && !isClosed) {
                newest = Math.max(newest ?? 0, events.at(-1)!.id);
                observer.next(result);
              }
            } catch (error) {
              failures += 1;
              if (isHopeless(error) || failures >= FAILURES_IN_A_ROW) {
                close();
                observer.error(error as Error);
              } else {
                logger.warn(
                  `The events of run ${taskId} cannot be read now: ${error}`,
                );
                retry = setTimeout(read, pollMs);
              }
            }
          }
          isReading = false;
        }
        const unfollow = follow(taskId, read);
        function close() {
          isClosed = true;
          clearTimeout(retry);
          unfollow();
        }
        void read();
        return close;
      }),
  };

  async function startsOver(taskId: string) {
    const { row } = await getRun({ knex, taskId });
    return (
      JSON.parse(row.spec).EXPERIMENTAL_recovery?.EXPERIMENTAL_strategy ===
      'startOver'
    );
  }
}

function isHopeless(error: unknown) {
  return error instanceof NotFoundError;
}
