import type { PeopleSync } from '@callboard/plugin-access-common';

/** How long a sync took: `410 ms`, `3.2 s`, `4 min`. */
export function took({ startedAt, endedAt }: PeopleSync): string {
  const ms = Math.max(0, Date.parse(endedAt) - Date.parse(startedAt));
  if (ms < 1_000) return `${ms} ms`;
  if (ms < 100_000) return `${(ms / 1_000).toFixed(1)} s`;
  return `${Math.round(ms / 60_000)} min`;
}
