import type { LoggerService } from '@backstage/backend-plugin-api';

/** Keeps a claim alive, and notices when it is not ours any more. */
export interface Heart {
  /** Whether the database was reached recently enough that nobody can have taken the run over. */
  isFresh(): boolean;
  /** Another write of this claim got through that was begun at `sentAt` (`performance.now()`). */
  heard(sentAt: number): void;
  stop(): void;
}

/**
 * Beats until it is stopped. A beat that fails is tried again with the next one.
 *
 * Time is that of the monotonic clock, which goes on while the process is stopped: a process that comes back after its run was taken over
 * finds itself silent.
 */
export function createHeart(options: {
  taskId: string;
  beat: () => Promise<'beaten' | 'cancelled' | 'lost'>;
  everyMs: number;
  /** After this long without a beat the run is given up. Half of what others wait before they take it over. Undefined where nobody does. */
  silenceMs?: number;
  onCancelled: () => void;
  onLost: (why: 'taken' | 'silent') => void;
  logger: LoggerService;
}): Heart {
  const { taskId, beat, everyMs, silenceMs, logger } = options;
  let lastHeard = performance.now();
  let isBeating = false;
  let isFailing = false;
  const isFresh = () =>
    silenceMs === undefined || performance.now() - lastHeard <= silenceMs;
  const timer = setInterval(tick, everyMs);
  timer.unref();
  let isStopped = false;
  function stop() {
    isStopped = true;
    clearInterval(timer);
  }
  async function tick() {
    if (!isFresh()) {
      stop();
      options.onLost('silent');
      return;
    }
    // One that hangs is not waited for by the check above.
    if (isBeating) return;
    isBeating = true;
    const sentAt = performance.now();
    try {
      const outcome = await beat();
      if (isStopped) return;
      lastHeard = Math.max(lastHeard, sentAt);
      isFailing = false;
      if (outcome === 'lost') {
        stop();
        options.onLost('taken');
      } else if (outcome === 'cancelled') {
        options.onCancelled();
      }
    } catch (error) {
      if (!isFailing && !isStopped) {
        logger.warn(
          `A heartbeat of run ${taskId} failed and is tried again: ${error}`,
        );
      }
      isFailing = true;
    } finally {
      isBeating = false;
    }
  }
  return {
    isFresh,
    heard: sentAt => {
      lastHeard = Math.max(lastHeard, sentAt);
    },
    stop,
  };
}
