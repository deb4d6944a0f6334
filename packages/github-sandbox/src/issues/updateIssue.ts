import type { Issue } from '../core/state';
import { closeIssue } from './changes/closeIssue';
import { editText } from './changes/editText';
import { reopenIssue } from './changes/reopenIssue';
import { setAssignees } from './changes/setAssignees';
import { setLabels } from './changes/setLabels';
import { setMilestone } from './changes/setMilestone';
import { checkIssueFields } from './checkIssueFields';
import type { IssueChange } from './events/IssueChange';
import type { Problem } from './Problem';

/** What `PATCH /repos/{owner}/{repo}/issues/{issue_number}` can change. What is left out stays. */
export interface IssueFields {
  title?: string;
  body?: string | null;
  state?: 'open' | 'closed';
  stateReason?: Issue['stateReason'];
  labels?: string[];
  assignees?: string[];
  milestone?: number | null;
}

export type UpdateIssueOutcome =
  | { outcome: 'updated' }
  | { outcome: 'invalid'; problems: Problem[] };

/** Changes an issue, or what a pull request has of one (opening a pull request again is `reopenPull`). https://docs.github.com/rest/issues/issues#update-an-issue */
export function updateIssue(
  options: IssueChange & { fields: IssueFields },
): UpdateIssueOutcome {
  const { issue, fields } = options;
  const problems = checkIssueFields({
    ...options,
    ...fields,
    resource: issue.pull ? 'PullRequest' : 'Issue',
  });
  if (problems.length > 0) return { outcome: 'invalid', problems };

  const { title, body, state, stateReason, labels, assignees, milestone } =
    fields;
  editText({ ...options, title, body });
  if (labels) setLabels({ ...options, names: labels });
  if (assignees) setAssignees({ ...options, logins: assignees });
  if (milestone !== undefined) setMilestone({ ...options, number: milestone });
  if (state === 'closed') closeIssue({ ...options, reason: stateReason });
  if (state === 'open') reopenIssue(options);
  return { outcome: 'updated' };
}
