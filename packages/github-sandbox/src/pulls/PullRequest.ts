import type { Issue, Pull } from '../core/state';

/** An issue that is a pull request. */
export type PullRequest = Issue & { pull: Pull };

export function isPullRequest(issue: Issue | undefined): issue is PullRequest {
  return issue !== undefined && issue.pull !== null;
}
