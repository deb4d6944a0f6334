import { toError, type ErrorLike } from '@backstage/errors';
import type {
  LogEvent,
  ScaffolderApi,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-common';
import { statusOf } from '@callboard/page-parts';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';
import type { RunsApi } from '../api/RunsApi';
import { applyEvents } from './applyEvents';
import { isOver, type RunState } from './RunState';
import { startState } from './startState';

/** How the page is connected to the run. */
export type Connection =
  /** Events come as they happen, or have all come. */
  | { state: 'live' | 'over' }
  /** The portal does not answer; what is shown is from `since`. Both are instants in milliseconds. */
  | { state: 'lost'; since: number; nextTry: number; error: ErrorLike };

export type WatchedRun =
  | { state: 'loading' }
  | { state: 'failed'; error: ErrorLike }
  | {
      state: 'ready';
      task: ScaffolderTask;
      run: RunState;
      details?: RunDetails;
      connection: Connection;
    };

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 15_000;
/** Lines that come together are drawn together. */
const GATHER_MS = 100;

/** Asks again for a run whose end is known but not yet written. */
const SETTLE_MS = 2_000;

/**
 * Follows one run until it is over, through restarts of the portal: after a broken stream it asks for the run again, and goes on after the
 * last event it has seen.
 */
export function watchRun(options: {
  taskId: string;
  scaffolderApi: ScaffolderApi;
  runsApi: RunsApi;
  onChange(watched: WatchedRun): void;
}): {
  /** Looks at once: after a retry, or instead of waiting for the next try. */
  refresh(): void;
  stop(): void;
} {
  const { taskId, scaffolderApi, runsApi, onChange } = options;
  let watched: WatchedRun = { state: 'loading' };
  let subscription: { unsubscribe(): void } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let gathering: ReturnType<typeof setTimeout> | undefined;
  let queue: LogEvent[] = [];
  let failures = 0;
  /** Answers that come for an earlier turn are left alone. */
  let turn = 0;
  const controller = new AbortController();

  function show(next: WatchedRun) {
    watched = next;
    if (!controller.signal.aborted) onChange(next);
  }
  function change(part: Partial<Extract<WatchedRun, { state: 'ready' }>>) {
    if (watched.state === 'ready') show({ ...watched, ...part });
  }

  function flush() {
    clearTimeout(gathering);
    gathering = undefined;
    const events = queue;
    queue = [];
    if (watched.state !== 'ready' || events.length === 0) return;
    change({ run: applyEvents({ state: watched.run, events }) });
  }

  function disconnect() {
    turn += 1;
    subscription?.unsubscribe();
    subscription = undefined;
    clearTimeout(timer);
    flush();
  }

  const askDetails = () =>
    runsApi
      .details({ taskId, signal: controller.signal })
      // The page says what it knows; that the cause could not be read is no reason to show nothing.
      .catch(() => undefined);

  async function look() {
    disconnect();
    const mine = turn;
    try {
      const [task, details] = await Promise.all([
        scaffolderApi.getTask(taskId),
        askDetails(),
      ]);
      if (mine !== turn || controller.signal.aborted) return;
      const before = watched.state === 'ready' ? watched : undefined;
      show({
        state: 'ready',
        task,
        details: details ?? before?.details,
        run: before ? { ...before.run, status: task.status } : startState(task),
        connection: { state: 'live' },
      });
      subscribe();
    } catch (error) {
      if (mine === turn) fail(toError(error));
    }
  }

  /** The end has been read from the events; the task and its cause are asked for once more. */
  async function settle() {
    const mine = turn;
    const [task, details] = await Promise.all([
      scaffolderApi.getTask(taskId).catch(() => undefined),
      askDetails(),
    ]);
    if (mine !== turn || watched.state !== 'ready') return;
    change({
      details: details ?? watched.details,
      ...(task && {
        task,
        // A run that was taken up again meanwhile is not over.
        run: { ...watched.run, status: task.status },
      }),
    });
    if (task && isOver(task.status)) {
      disconnect();
      change({ connection: { state: 'over' } });
    } else {
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    }
  }

  function subscribe() {
    if (watched.state !== 'ready') return;
    const mine = turn;
    subscription = scaffolderApi
      .streamLogs({
        taskId,
        after: watched.run.lastEventId,
        // Otherwise stock's client leaves at the first completion, even when a retry follows it.
        isTaskRecoverable: true,
      })
      .subscribe({
        next: event => {
          if (mine !== turn) return;
          failures = 0;
          queue.push(event);
          if (event.type === 'log') {
            gathering ??= setTimeout(flush, GATHER_MS);
            return;
          }
          flush();
          if (event.type !== 'recovered') settle();
        },
        error: error => mine === turn && streamEnded(toError(error)),
        complete: () => mine === turn && streamEnded(),
      });
  }

  function streamEnded(error?: ErrorLike) {
    flush();
    if (watched.state !== 'ready') return;
    if (isOver(watched.run.status)) {
      if (watched.connection.state !== 'over') settle();
    } else {
      fail(error ?? toError(new Error('The portal ended the connection.')));
    }
  }

  function fail(error: ErrorLike) {
    const status = statusOf(error);
    disconnect();
    if (watched.state !== 'ready' || status === 403 || status === 404) {
      show({ state: 'failed', error });
      return;
    }
    failures += 1;
    const wait = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS);
    const { connection } = watched;
    change({
      connection: {
        state: 'lost',
        since: connection.state === 'lost' ? connection.since : Date.now(),
        nextTry: Date.now() + wait,
        error,
      },
    });
    timer = setTimeout(look, wait);
  }

  // A browser holds six connections to a host: a page in the background gives its own back.
  const onVisibility = () => {
    if (watched.state === 'ready' && watched.connection.state === 'over')
      return;
    if (document.hidden) disconnect();
    else look();
  };
  document.addEventListener('visibilitychange', onVisibility);
  look();

  return {
    refresh: () => {
      failures = 0;
      if (watched.state === 'failed') show({ state: 'loading' });
      look();
    },
    stop: () => {
      controller.abort();
      document.removeEventListener('visibilitychange', onVisibility);
      disconnect();
    },
  };
}
