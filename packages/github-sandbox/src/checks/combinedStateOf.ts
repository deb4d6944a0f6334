import type { CommitStatus } from '../core/state';

/** What the latest statuses of a commit come to. Without any it is pending. https://docs.github.com/rest/commits/statuses#get-the-combined-status-for-a-specific-reference */
export function combinedStateOf(
  statuses: CommitStatus[],
): 'failure' | 'pending' | 'success' {
  const has = (...states: string[]) =>
    statuses.some(({ state }) => states.includes(state));
  if (has('error', 'failure')) return 'failure';
  return statuses.length === 0 || has('pending') ? 'pending' : 'success';
}
