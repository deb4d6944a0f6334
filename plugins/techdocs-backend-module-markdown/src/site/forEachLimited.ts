/** Does `work` for each item, at most `limit` at the same time. The first failure ends it. */
export async function forEachLimited<T>(options: {
  items: T[];
  limit: number;
  work: (item: T, index: number) => Promise<void>;
}): Promise<void> {
  const { items, limit, work } = options;
  let next = 0;
  const run = async () => {
    while (next < items.length) {
      const index = next++;
      await work(items[index], index);
    }
  };
  const runs = Array.from({ length: Math.min(limit, items.length) }, run);
  await Promise.all(runs);
}
