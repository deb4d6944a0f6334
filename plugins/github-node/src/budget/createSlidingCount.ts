/** Counts what was done within a window that slides, and what is still being done. */
export interface SlidingCount {
  /** Counts so much, and until the window after `leave` is over. */
  enter(amount: number): { leave(): void };
  /** When so much more fits, in milliseconds since the epoch: now, or an estimate that is never too late. */
  freeAt(amount: number): number;
}

/**
 * At most `most` in any `windowMs`, wherever the other side begins its windows, and however long a request is on its way: a request counts
 * from the moment it leaves until a window after its answer, and in between the other side has counted it.
 */
export function createSlidingCount(options: {
  now: () => number;
  windowMs: number;
  most: number;
}): SlidingCount {
  const { now, windowMs, most } = options;
  let running = 0;
  let ended = 0;
  /** In the order of their ends. */
  const past: Array<{ until: number; amount: number }> = [];

  function forget() {
    const time = now();
    const over = past.findIndex(({ until }) => until > time);
    const gone = past.splice(0, over < 0 ? past.length : over);
    ended -= gone.reduce((sum, { amount }) => sum + amount, 0);
  }

  return {
    enter(amount) {
      running += amount;
      return {
        leave() {
          running -= amount;
          ended += amount;
          past.push({ until: now() + windowMs, amount });
        },
      };
    },
    freeAt(amount) {
      forget();
      let excess = running + ended + amount - most;
      if (excess <= 0) return now();
      for (const entry of past) {
        excess -= entry.amount;
        if (excess <= 0) return entry.until;
      }
      // Not before one of those that are running has ended.
      return now() + windowMs;
    },
  };
}
