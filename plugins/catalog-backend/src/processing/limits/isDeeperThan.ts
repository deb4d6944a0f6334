/** Whether objects and arrays are nested more than `depth` levels deep in `value`. Never goes deeper than that to find out. */
export function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      if (isDeeperThan(value[i], depth - 1)) return true;
    }
    return false;
  }
  for (const key in value) {
    if (isDeeperThan((value as Record<string, unknown>)[key], depth - 1)) {
      return true;
    }
  }
  return false;
}
