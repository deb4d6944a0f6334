import { actorOf } from '../../access';
import { notAMember } from '../../http/invalidRequest';
import type { Route } from '../../http/Route';
import { reopenPull } from '../../pulls/changes/reopenPull';
import { isPullRequest } from '../../pulls/PullRequest';
import { pullsUpToDate } from '../../pulls/sync/syncQueue';
import { hasRole, issueOf, requireAuthorOr } from '../calls';
import { conversationAccess, issueAccess } from '../issueAccess';
import { presentIssue } from '../present/presentIssue';
import { invalid } from '../Problem';
import { readLabelNames, readTexts } from '../readTexts';
import { updateIssue } from '../updateIssue';
import { readMilestone } from './createIssueRoute';
import { isOneOf } from '../../http/body/isOneOf';
import { readText } from '../../http/body/readText';

export const getIssue: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
  on: 'repository',
  access: issueAccess('read'),
  async handle(call) {
    await pullsUpToDate(call.sandbox);
    return { body: presentIssue({ ...call, issue: issueOf(call) }) };
  },
};

const STATES = ['open', 'closed'] as const;
const REASONS = [
  'completed',
  'not_planned',
  'duplicate',
  'reopened',
  null,
] as const;

/** https://docs.github.com/rest/issues/issues#update-an-issue */
export const updateIssueRoute: Route = {
  route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  on: 'repository',
  access: conversationAccess('write'),
  async handle(call) {
    const { sandbox, repository, body } = call;
    await pullsUpToDate(sandbox);
    const issue = issueOf(call);
    requireAuthorOr(call, { authorId: issue.authorId, needed: 'triage' });
    if (body.state !== undefined && !isOneOf(STATES, body.state)) {
      throw invalid([
        {
          resource: 'Issue',
          field: 'state',
          code: 'invalid',
          value: body.state,
        },
      ]);
    }
    if (
      body.state_reason !== undefined &&
      !isOneOf(REASONS, body.state_reason)
    ) {
      throw notAMember({ value: body.state_reason, members: REASONS });
    }
    const actor = actorOf(call.viewer);
    const maySet = hasRole(call, 'triage');
    let state: (typeof STATES)[number] | undefined = body.state;
    if (state === 'open' && isPullRequest(issue)) {
      const reopened = await reopenPull({ sandbox, repository, issue, actor });
      if (reopened.outcome === 'invalid') throw invalid(reopened.problems);
      state = undefined;
    }
    const result = updateIssue({
      sandbox,
      repository,
      issue,
      actor,
      fields: {
        title: body.title === undefined ? undefined : String(body.title),
        body: readText({ body, field: 'body' }),
        state,
        stateReason: body.state_reason,
        ...(maySet && {
          labels: Array.isArray(body.labels)
            ? readLabelNames(body.labels)
            : undefined,
          assignees: readTexts(body.assignees) ?? readTexts(body.assignee),
          milestone: readMilestone(body.milestone),
        }),
      },
    });
    if (result.outcome === 'invalid') throw invalid(result.problems);
    return { body: presentIssue({ ...call, issue }) };
  },
};
