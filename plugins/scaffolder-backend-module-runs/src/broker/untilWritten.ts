import { setTimeout as wait } from 'node:timers/promises';

const FIRST_MS = 100;
const LONGEST_MS = 2_000;

/** Tries a write again while the database refuses it: a moment's outage is no reason for a run to fail. Throws the last error after `forMs`. */
export async function untilWritten<T>(options: {
  write: () => Promise<T>;
  /** Nothing is to be written any more; the error is thrown at once. */
  isOver: () => boolean;
  forMs?: number;
}): Promise<T> {
  const { write, isOver, forMs = 10_000 } = options;
  const since = performance.now();
  for (let delay = FIRST_MS; ; delay = Math.min(2 * delay, LONGEST_MS)) {
    try {
      return await write();
    } catch (error) {
      if (isOver() || performance.now() - since + delay > forMs) throw error;
      await wait(delay);
    }
  }
}
