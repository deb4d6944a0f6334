/** A function that runs the work it is given, `limit` at a time, in the order of the calls. */
export function createLimiter(options: {
  limit: number;
}): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: Array<() => void> = [];
  let running = 0;
  return async work => {
    if (running >= options.limit) {
      await new Promise<void>(resolve => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) {
        // The place is handed on, so that a new call cannot slip in between.
        next();
      } else {
        running -= 1;
      }
    }
  };
}
