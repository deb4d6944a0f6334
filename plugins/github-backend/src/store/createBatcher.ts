/**
 * Answers questions that come at about the same time by one call: those that are asked until the event loop turns, at most `size` of them.
 */
export function createBatcher<Key, Value>(options: {
  /** Answers in the order of the keys. */
  load(keys: Key[]): Promise<Value[]>;
  size: number;
}): (key: Key) => Promise<Value> {
  const { load, size } = options;
  const waiting: {
    key: Key;
    resolve(value: Value): void;
    reject(error: unknown): void;
  }[] = [];

  async function run() {
    const batch = waiting.splice(0, size);
    if (waiting.length > 0) {
      setImmediate(run);
    }
    try {
      const values = await load(batch.map(({ key }) => key));
      batch.forEach(({ resolve }, index) => resolve(values[index]));
    } catch (error) {
      batch.forEach(({ reject }) => reject(error));
    }
  }

  return async key =>
    await new Promise<Value>((resolve, reject) => {
      waiting.push({ key, resolve, reject });
      if (waiting.length === 1) {
        setImmediate(run);
      }
    });
}
