/** When a push happened, in milliseconds; a push says it in seconds, everything else in ISO 8601. Undefined where it is not told. */
export function pushedAtOf(payload: unknown): number | undefined {
  const value = (payload as { repository?: { pushed_at?: unknown } })
    ?.repository?.pushed_at;
  if (typeof value === 'number') {
    return value * 1000;
  }
  const parsed = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}
