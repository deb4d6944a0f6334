import type { Issue } from '../../core/state';

/** `open`, `draft`, `merged` or `closed`. */
export function stateOf(issue: Issue): string {
  if (issue.pull?.mergedAt) return 'merged';
  if (issue.state === 'closed') return 'closed';
  return issue.pull?.draft ? 'draft' : 'open';
}
