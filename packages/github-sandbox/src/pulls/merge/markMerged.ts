import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import type { PullChange } from '../PullChange';
import { closeLinkedIssues } from './closeLinkedIssues';

/**
 * Says that a pull request is merged, and closes the issues that its text closes. Git is not touched: `mergePull` does that; seeds call
 * this alone.
 */
export function markMerged(
  options: PullChange & {
    /** What the pull request became in its base branch. */
    mergeCommitSha: string;
    /** The tip of the base branch before. */
    baseSha?: string;
  },
): void {
  const { sandbox, repository, issue, actor, mergeCommitSha, at } = options;
  const { pull } = issue;
  const now = at ?? sandbox.clock.iso();
  pull.mergedAt = now;
  pull.mergedById = actor.id;
  pull.mergeCommitSha = mergeCommitSha;
  pull.base.sha = options.baseSha ?? pull.base.sha;
  pull.autoMerge = null;
  issue.state = 'closed';
  issue.closedAt = now;
  issue.closedById = actor.id;
  const detail = { commitSha: mergeCommitSha };
  recordIssueEvent({ ...options, event: 'merged', detail });
  recordIssueEvent({ ...options, event: 'closed', detail: {} });
  emitIssueChange({ ...options, action: 'closed' });
  if (pull.base.ref === repository.defaultBranch) {
    closeLinkedIssues({
      sandbox,
      repository,
      actor,
      text: issue.body ?? '',
      at,
    });
  }
}
