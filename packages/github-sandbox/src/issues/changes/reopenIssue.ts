import { emitIssueChange } from '../events/emitIssueChange';
import type { IssueChange } from '../events/IssueChange';
import { recordIssueEvent } from '../events/recordIssueEvent';

/** Opens a closed issue again. Pull requests have rules of their own: `reopenPull`. */
export function reopenIssue(options: IssueChange): void {
  const { issue } = options;
  if (issue.state === 'open') return;
  issue.state = 'open';
  issue.stateReason = issue.pull ? null : 'reopened';
  issue.closedAt = null;
  issue.closedById = null;
  recordIssueEvent({ ...options, event: 'reopened' });
  emitIssueChange({ ...options, action: 'reopened' });
}
