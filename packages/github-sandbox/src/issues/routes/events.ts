import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { pullsUpToDate } from '../../pulls/sync/syncQueue';
import { assertCovered, issueOf } from '../calls';
import { conversationAccess, issueAccess } from '../issueAccess';
import { presentIssue } from '../present/presentIssue';
import { presentIssueEvent } from '../present/presentIssueEvent';

/** https://docs.github.com/rest/issues/events#list-issue-events */
export const listEventsOfIssue: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
  on: 'repository',
  access: conversationAccess('read'),
  async handle(call) {
    await pullsUpToDate(call.sandbox);
    const { rows, total } = paginate({
      call,
      rows: call.sandbox.state.issueEvents.by('issue', issueOf(call).id),
    });
    return {
      body: rows.map(event => presentIssueEvent({ ...call, event })),
      total,
    };
  },
};

/** Newest first. */
export const listEventsOfRepository: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/events',
  on: 'repository',
  access: issueAccess('read'),
  async handle(call) {
    await pullsUpToDate(call.sandbox);
    const { sandbox, repository } = call;
    const all = sandbox.state.issues
      .by('repository', repository.id)
      .flatMap(issue =>
        sandbox.state.issueEvents
          .by('issue', issue.id)
          .map(event => ({ issue, event })),
      )
      .sort((a, b) => b.event.id - a.event.id);
    const { rows, total } = paginate({ call, rows: all });
    return {
      body: rows.map(({ issue, event }) => ({
        ...presentIssueEvent({ ...call, event }),
        issue: presentIssue({ ...call, issue }),
      })),
      total,
    };
  },
};

export const getEvent: Route = {
  route: 'GET /repos/{owner}/{repo}/issues/events/{event_id}',
  on: 'repository',
  access: conversationAccess('read'),
  async handle(call) {
    await pullsUpToDate(call.sandbox);
    const { sandbox, repository, params } = call;
    const event = sandbox.state.issueEvents.get(Number(params.event_id));
    const issue = event && sandbox.state.issues.get(event.issueId);
    if (!event || issue?.repositoryId !== repository.id) throw notFound();
    assertCovered(call, issue);
    return {
      body: {
        ...presentIssueEvent({ ...call, event }),
        issue: presentIssue({ ...call, issue }),
      },
    };
  },
};
