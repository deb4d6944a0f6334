import type { Issue } from '../../core/state';
import { emitIssueChange } from '../events/emitIssueChange';
import type { IssueChange } from '../events/IssueChange';
import { recordIssueEvent } from '../events/recordIssueEvent';

/** Closes an issue or pull request; one that is closed stays as it is, but for another reason. */
export function closeIssue(
  options: IssueChange & {
    /** Default for issues: `completed`. Pull requests have none. */
    reason?: Issue['stateReason'];
    /** The commit that closed it by a keyword. */
    commitSha?: string;
  },
): void {
  const { sandbox, issue, actor, reason, commitSha } = options;
  const stateReason = issue.pull ? null : reason ?? 'completed';
  if (issue.state === 'closed') {
    if (reason) issue.stateReason = stateReason;
    return;
  }
  issue.state = 'closed';
  issue.stateReason = stateReason;
  issue.closedAt = options.at ?? sandbox.clock.iso();
  issue.closedById = actor.id;
  recordIssueEvent({
    ...options,
    event: 'closed',
    detail: { stateReason, ...(commitSha && { commitSha }) },
  });
  emitIssueChange({ ...options, action: 'closed' });
}
