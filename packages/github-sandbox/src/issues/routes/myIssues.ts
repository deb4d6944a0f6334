import { actorOf, ssoPartialResults } from '../../access';
import type { Issue, User } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';
import { pullsUpToDate } from '../../pulls/sync/syncQueue';
import { presentRepository } from '../../repositories/present/presentRepository';
import { filterIssues } from '../filterIssues';
import { presentIssue } from '../present/presentIssue';
import { readableIssues } from '../search/readableIssues';

/** What `filter` means. https://docs.github.com/rest/issues/issues#list-issues-assigned-to-the-authenticated-user */
function concerns(options: {
  filter: string;
  issue: Issue;
  user: User;
}): boolean {
  const { filter, issue, user } = options;
  switch (filter) {
    case 'created':
      return issue.authorId === user.id;
    case 'mentioned':
      return new RegExp(`@${user.login}\\b`, 'i').test(issue.body ?? '');
    case 'subscribed':
      return issue.authorId === user.id || issue.assigneeIds.includes(user.id);
    case 'all':
    case 'repos':
      return true;
    default:
      return issue.assigneeIds.includes(user.id);
  }
}

async function list(call: Call, ownerId?: number) {
  const { sandbox, viewer, urls, query } = call;
  await pullsUpToDate(sandbox);
  const user = actorOf(viewer);
  const filter = query.get('filter') ?? 'assigned';
  const issues = readableIssues({ sandbox, viewer })
    .filter(
      ({ repository, issue }) =>
        (ownerId === undefined || repository.ownerId === ownerId) &&
        concerns({ filter, issue, user }),
    )
    .map(({ issue }) => issue);
  const partial = ssoPartialResults({ sandbox, viewer });
  const { rows, total } = paginate({
    call,
    rows: filterIssues({ call, issues }),
  });
  return {
    body: rows.map(issue => {
      const repository = sandbox.state.repositories.get(issue.repositoryId)!;
      return {
        ...presentIssue({ sandbox, urls, repository, issue }),
        repository: presentRepository({ sandbox, urls, repository, viewer }),
      };
    }),
    total,
    ...(partial && { headers: { 'x-github-sso': partial } }),
  };
}

export const myIssuesRoutes: Route[] = [
  {
    route: 'GET /issues',
    on: 'anything',
    access: { as: 'user' },
    handle: call => list(call),
  },
  {
    route: 'GET /user/issues',
    on: 'anything',
    access: { as: 'user' },
    handle: call => list(call),
  },
  {
    route: 'GET /orgs/{org}/issues',
    on: 'organisation',
    access: { as: 'user' },
    handle: call => list(call, call.organisation.id),
  },
];
