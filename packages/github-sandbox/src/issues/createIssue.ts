import type { Issue } from '../core/state';
import { emitIssueChange } from './events/emitIssueChange';
import type { IssueChange } from './events/IssueChange';
import { checkIssueFields } from './checkIssueFields';
import { newIssue } from './newIssue';
import type { Problem } from './Problem';
import { setAssignees } from './changes/setAssignees';
import { setLabels } from './changes/setLabels';
import { setMilestone } from './changes/setMilestone';

export type CreateIssueOutcome =
  | { outcome: 'created'; issue: Issue }
  /** The repository has its issues switched off. */
  | { outcome: 'issuesOff' }
  | { outcome: 'invalid'; problems: Problem[] };

/** Opens an issue. Labels that the repository lacks are made. https://docs.github.com/rest/issues/issues#create-an-issue */
export function createIssue(
  options: Omit<IssueChange, 'issue'> & {
    title: string;
    body?: string | null;
    labels?: string[];
    /** Logins. */
    assignees?: string[];
    /** The milestone's number. */
    milestone?: number | null;
    /** For seeds: the number it shall have. */
    number?: number;
  },
): CreateIssueOutcome {
  const { sandbox, repository, actor, title, body, number, at } = options;
  const { labels = [], assignees = [], milestone = null } = options;
  if (!repository.features.issues) return { outcome: 'issuesOff' };
  const problems = checkIssueFields({ ...options, resource: 'Issue' });
  if (problems.length > 0) return { outcome: 'invalid', problems };

  const issue = newIssue({
    sandbox,
    repository,
    author: actor,
    title,
    body: body ?? null,
    pull: null,
    number,
    at,
  });
  const change = { sandbox, repository, issue, actor, at };
  emitIssueChange({ ...change, action: 'opened' });
  setLabels({ ...change, names: labels });
  setAssignees({ ...change, logins: assignees });
  setMilestone({ ...change, number: milestone });
  return { outcome: 'created', issue };
}
