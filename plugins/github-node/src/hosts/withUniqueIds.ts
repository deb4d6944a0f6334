/** Appends `:2`, `:3` where the same App or token is named again, for instance for other owners or plugins. */
export function withUniqueIds<T extends { id: string }>(items: T[]): T[] {
  const seen = new Map<string, number>();
  return items.map(item => {
    const count = (seen.get(item.id) ?? 0) + 1;
    seen.set(item.id, count);
    return count === 1 ? item : { ...item, id: `${item.id}:${count}` };
  });
}
