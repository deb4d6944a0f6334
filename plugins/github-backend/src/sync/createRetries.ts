import type { Timers } from './Timers';

const FIRST_MS = 10_000;
/** Five minutes and a quarter after the first; then the schedule sees to it. */
const MOST = 5;

/** Work that is begun again soon where it has failed: after 10 seconds, then after twice as long each time. */
export interface Retries {
  /** Begins at once. Of what waits under the same key nothing is left. */
  run(options: { key: string; work: () => Promise<'done' | 'failed'> }): void;
  stop(): void;
}

export function createRetries(options: {
  timers: Timers;
  inBackground: (work: Promise<unknown>) => void;
}): Retries {
  const { timers, inBackground } = options;
  const waiting = new Map<string, () => void>();
  const latest = new Map<string, () => Promise<'done' | 'failed'>>();
  let isStopped = false;

  async function attempt(
    key: string,
    work: () => Promise<'done' | 'failed'>,
    times: number,
  ) {
    const outcome = await work();
    if (latest.get(key) !== work) return;
    if (outcome === 'done' || times >= MOST || isStopped) {
      latest.delete(key);
      return;
    }
    const forget = timers.after({
      ms: FIRST_MS * 2 ** times,
      run() {
        waiting.delete(key);
        inBackground(attempt(key, work, times + 1));
      },
    });
    waiting.set(key, forget);
  }

  return {
    run({ key, work }) {
      waiting.get(key)?.();
      waiting.delete(key);
      latest.set(key, work);
      inBackground(attempt(key, work, 0));
    },
    stop() {
      isStopped = true;
      waiting.forEach(forget => forget());
      waiting.clear();
    },
  };
}
