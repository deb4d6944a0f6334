import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type { Knex } from 'knex';
import { beat } from '../store/beat';
import type { Fenced } from '../store/withClaim';
import { createHeart } from './createHeart';
import { untilWritten } from './untilWritten';

/** What stands between an attempt at a run and everything it writes. */
export interface Fence {
  /** Aborts when the run is cancelled, taken over, or to be put down for a shutdown. */
  signal: AbortSignal;
  isCancelled(): boolean;
  /** The attempt has ended or lost its claim; it writes nothing more. */
  isOver(): boolean;
  /** Somebody has cancelled the run. It still writes its end. */
  cancel(): void;
  /** Has the runner stop; the run is still ours. */
  abort(reason: string): void;
  /**
   * Writes something that carries the claim, through short outages of the database.
   *
   * @throws ConflictError when the run is not ours any more; nothing was written then.
   */
  write<T>(write: () => Promise<Fenced<T>>): Promise<T>;
  /** @throws ConflictError, or an Error when the run was cancelled. See `CurrentRun`. */
  assertMine(): Promise<void>;
  /** Ends the attempt, without a word about its run. */
  close(): void;
}

/** The fence of one claim; its heart beats until it is closed. Times in milliseconds. */
export function createFence(options: {
  knex: Knex;
  taskId: string;
  claim: string;
  heartMs: number;
  silenceMs?: number;
  logger: LoggerService;
}): Fence {
  const { knex, taskId, claim, heartMs, silenceMs, logger } = options;
  const controller = new AbortController();
  let isCancelled = false;
  let isOver = false;
  const cancel = () => {
    isCancelled = true;
    controller.abort(new Error(`Run ${taskId} was cancelled`));
  };
  const lose = (why: 'taken' | 'silent') => {
    if (isOver) return;
    close();
    const error = lostError({ taskId, why });
    logger.warn(error.message);
    controller.abort(error);
  };
  const ask = () => beat({ knex, taskId, claim });
  const heart = createHeart({
    ...{ taskId, beat: ask, everyMs: heartMs, silenceMs, logger },
    onCancelled: cancel,
    onLost: lose,
  });
  function close() {
    isOver = true;
    heart.stop();
  }
  const refuseWhenOver = () => {
    if (isOver) throw lostError({ taskId, why: 'taken' });
    if (heart.isFresh()) return;
    lose('silent');
    throw lostError({ taskId, why: 'silent' });
  };

  return {
    signal: controller.signal,
    isCancelled: () => isCancelled,
    isOver: () => isOver,
    cancel,
    abort: reason => controller.abort(new Error(reason)),
    close,
    async write(write) {
      refuseWhenOver();
      const fenced = await untilWritten({
        isOver: () => isOver,
        async write() {
          const sentAt = performance.now();
          const answer = await write();
          if (answer.outcome === 'done') heart.heard(sentAt);
          return answer;
        },
      });
      if (fenced.outcome === 'done') return fenced.value;
      lose('taken');
      throw lostError({ taskId, why: 'taken' });
    },
    async assertMine() {
      refuseWhenOver();
      controller.signal.throwIfAborted();
      const outcome = await untilWritten({
        write: ask,
        isOver: () => isOver,
      });
      if (outcome === 'lost') lose('taken');
      if (outcome === 'cancelled') cancel();
      refuseWhenOver();
      controller.signal.throwIfAborted();
    },
  };
}

function lostError(options: { taskId: string; why: 'taken' | 'silent' }) {
  const { taskId, why } = options;
  return new ConflictError(
    why === 'taken'
      ? `Run ${taskId} is not this process's any more: another one has taken it over, or it has ended. Nothing more is done here.`
      : `Run ${taskId} is given up here, since the database could not be reached for too long and another process may take it over.`,
  );
}
