const DAY_MS = 86_400_000;

/** The time `daysAgo` days before `now`, in whole seconds. */
export function dateBefore(options: { now: Date; daysAgo: number }): Date {
  const { now, daysAgo } = options;
  return new Date(Math.floor((now.getTime() - daysAgo * DAY_MS) / 1000) * 1000);
}
