/** Runs what has the same key one after the other, in the order asked. A failure holds nobody up. */
export function createQueue() {
  const last = new Map<string, Promise<unknown>>();
  return function enqueue<T>(key: string, run: () => Promise<T>): Promise<T> {
    const before = last.get(key) ?? Promise.resolve();
    const result = before.then(run, run);
    const done = result.catch(() => {});
    last.set(key, done);
    done.then(() => {
      if (last.get(key) === done) last.delete(key);
    });
    return result;
  };
}
