import { emitIssueChange } from '../events/emitIssueChange';
import type { IssueChange } from '../events/IssueChange';
import { recordIssueEvent } from '../events/recordIssueEvent';

/** Locks the conversation of an issue or pull request: only people who may write to the repository can comment. */
export function lockIssue(
  options: IssueChange & { reason: string | null },
): void {
  const { issue, reason } = options;
  issue.locked = true;
  issue.lockReason = reason;
  recordIssueEvent({
    ...options,
    event: 'locked',
    detail: { lockReason: reason },
  });
  emitIssueChange({ ...options, action: 'locked' });
}

/** Undoes `lockIssue`. */
export function unlockIssue(options: IssueChange): void {
  const { issue } = options;
  if (!issue.locked) return;
  issue.locked = false;
  issue.lockReason = null;
  recordIssueEvent({
    ...options,
    event: 'unlocked',
    detail: { lockReason: null },
  });
  emitIssueChange({ ...options, action: 'unlocked' });
}
