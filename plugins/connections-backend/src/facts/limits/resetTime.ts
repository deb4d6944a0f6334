/** When a limit starts anew, ISO 8601, from GitHub's seconds since 1970; undefined for what is no such time. */
export function resetTime(seconds: unknown): string | undefined {
  const time = new Date(Number(seconds) * 1000);
  return Number(seconds) > 0 && !Number.isNaN(time.getTime())
    ? time.toISOString()
    : undefined;
}
