import { actorOf } from '../../access';
import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { hasRole } from '../calls';
import { createIssue } from '../createIssue';
import { issueAccess } from '../issueAccess';
import { presentIssue } from '../present/presentIssue';
import { notSupplied } from '../../http/invalidRequest';
import { invalid } from '../Problem';
import { readLabelNames, readTexts } from '../readTexts';
import { readText } from '../../http/body/readText';

/** Opens an issue. Labels, assignees and the milestone of people who may not set them are left out. https://docs.github.com/rest/issues/issues#create-an-issue */
export const createIssueRoute: Route = {
  route: 'POST /repos/{owner}/{repo}/issues',
  on: 'repository',
  access: issueAccess('write'),
  handle(call) {
    const { sandbox, repository, body } = call;
    if (body.title === undefined || body.title === null) {
      throw notSupplied('title');
    }
    const maySet = hasRole(call, 'triage');
    const result = createIssue({
      sandbox,
      repository,
      actor: actorOf(call.viewer),
      title: String(body.title),
      body: readText({ body, field: 'body' }) ?? null,
      ...(maySet && {
        labels: readLabelNames(body.labels),
        assignees: readTexts(body.assignees) ?? readTexts(body.assignee) ?? [],
        milestone: readMilestone(body.milestone) ?? null,
      }),
    });
    if (result.outcome === 'issuesOff') {
      throw new GitHubError({
        status: 410,
        message: 'Issues has been disabled in this repository.',
      });
    }
    if (result.outcome === 'invalid') throw invalid(result.problems);
    const answer = presentIssue({ ...call, issue: result.issue });
    return { status: 201, body: answer, headers: { location: answer.url } };
  },
};

/** A milestone's number, which may come as text; null takes it away, undefined leaves it. */
export function readMilestone(value: unknown): number | null | undefined {
  if (value === undefined) return undefined;
  return value === null || value === '' ? null : Number(value);
}
