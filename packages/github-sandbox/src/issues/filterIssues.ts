import { findAccount } from '../core/names/findAccount';
import type { Sandbox } from '../core/Sandbox';
import type { Issue } from '../core/state';
import { validationFailed } from '../http/GitHubError';
import type { Call } from '../http/Route';
import { labelsOf } from './labels/labelsOf';
import { compareBy } from './compareBy';

/** The query of GitHub's lists of issues: filtered, then in the order that was asked for. Throws 422 for a milestone that makes no sense. */
export function filterIssues(options: {
  call: Pick<Call, 'sandbox' | 'query'>;
  issues: Issue[];
}): Issue[] {
  const { sandbox, query } = options.call;
  const state = query.get('state') ?? 'open';
  const labels = (query.get('labels') ?? '')
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(name => name !== '');
  const since = query.get('since');
  const wantedMilestone = milestoneFilter({ sandbox, query });
  const wantedAssignee = personFilter({
    sandbox,
    value: query.get('assignee'),
  });
  const creator = query.get('creator');
  const creatorId =
    creator === null ? undefined : findAccount({ sandbox, login: creator })?.id;
  const mentioned = query.get('mentioned')?.toLowerCase();

  return options.issues
    .filter(
      issue =>
        (state === 'all' || issue.state === state) &&
        (creator === null || issue.authorId === creatorId) &&
        wantedAssignee(issue.assigneeIds) &&
        wantedMilestone(issue) &&
        (!mentioned ||
          new RegExp(`@${escape(mentioned)}\\b`, 'i').test(issue.body ?? '')) &&
        (!since || Date.parse(issue.updatedAt) >= Date.parse(since)) &&
        hasLabels({ sandbox, issue, labels }),
    )
    .sort(compareBy({ sandbox, query }));
}

function hasLabels(options: {
  sandbox: Sandbox;
  issue: Issue;
  labels: string[];
}): boolean {
  if (options.labels.length === 0) return true;
  const names = labelsOf(options).map(({ name }) => name.toLowerCase());
  return options.labels.every(name => names.includes(name));
}

/** `*`: anybody, `none`: nobody, else a login. */
function personFilter(options: {
  sandbox: Sandbox;
  value: string | null;
}): (ids: number[]) => boolean {
  const { sandbox, value } = options;
  if (value === null || value === '') return () => true;
  if (value === '*') return ids => ids.length > 0;
  if (value === 'none') return ids => ids.length === 0;
  const id = findAccount({ sandbox, login: value })?.id;
  return ids => id !== undefined && ids.includes(id);
}

function milestoneFilter(options: {
  sandbox: Sandbox;
  query: URLSearchParams;
}): (issue: Issue) => boolean {
  const value = options.query.get('milestone');
  if (value === null || value === '') return () => true;
  if (value === '*') return ({ milestoneId }) => milestoneId !== null;
  if (value === 'none') return ({ milestoneId }) => milestoneId === null;
  if (!/^\d+$/.test(value)) {
    throw validationFailed({
      errors: [
        { value, resource: 'Issue', field: 'milestone', code: 'invalid' },
      ],
    });
  }
  return ({ milestoneId }) =>
    milestoneId !== null &&
    options.sandbox.state.milestones.get(milestoneId)?.number === Number(value);
}

function escape(text: string) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
