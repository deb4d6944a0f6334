/** Works on many things, so many at a time. The results are in the order of the things. */
export async function mapBounded<In, Out>(options: {
  items: In[];
  limit: number;
  work: (item: In) => Promise<Out>;
}): Promise<Out[]> {
  const { items, limit, work } = options;
  const results: Out[] = new Array(items.length);
  let next = 0;
  async function worker() {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  }
  await Promise.all(
    Array.from({ length: Math.min(limit, items.length) }, worker),
  );
  return results;
}
