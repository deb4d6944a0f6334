import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';
import { findMilestone } from './milestones/findMilestone';
import type { Problem } from './Problem';
import { readAssignees } from './readAssignees';

/** GitHub's limit of a title, in characters. */
const LONGEST_TITLE = 256;
/** GitHub's limit of a body, in characters. */
export const LONGEST_BODY = 65_536;

/** What is wrong with the fields of an issue or pull request. Fields that are not given are not checked. */
export function checkIssueFields(options: {
  sandbox: Sandbox;
  repository: Repository;
  resource: 'Issue' | 'PullRequest';
  title?: string;
  body?: string | null;
  assignees?: string[];
  milestone?: number | null;
}): Problem[] {
  const { sandbox, repository, resource, title, body, milestone } = options;
  const problems: Problem[] = [];
  if (title !== undefined && title.trim() === '') {
    problems.push({ resource, field: 'title', code: 'missing_field' });
  }
  if (title !== undefined && title.length > LONGEST_TITLE) {
    problems.push({
      resource,
      field: 'title',
      code: 'custom',
      message: `title is too long (maximum is ${LONGEST_TITLE} characters)`,
    });
  }
  if (body && body.length > LONGEST_BODY) {
    problems.push({
      resource,
      field: 'body',
      code: 'custom',
      message: `body is too long (maximum is ${LONGEST_BODY} characters)`,
    });
  }
  const { unknown } = readAssignees({
    sandbox,
    repository,
    logins: options.assignees ?? [],
  });
  for (const value of unknown) {
    problems.push({ resource, field: 'assignees', code: 'invalid', value });
  }
  if (
    milestone !== undefined &&
    milestone !== null &&
    !findMilestone({ sandbox, repository, number: milestone })
  ) {
    problems.push({
      resource,
      field: 'milestone',
      code: 'invalid',
      value: milestone,
    });
  }
  return problems;
}
