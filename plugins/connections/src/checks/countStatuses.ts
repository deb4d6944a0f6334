import type {
  CheckResult,
  CheckStatus,
} from '@callboard/plugin-connections-common';

export type StatusCounts = Record<CheckStatus, number>;

/** How many results have each status. */
export function countStatuses(checks: CheckResult[]): StatusCounts {
  const counts: StatusCounts = { fail: 0, warn: 0, pass: 0 };
  for (const { status } of checks) counts[status] += 1;
  return counts;
}
