import type { Sandbox } from '../../core/Sandbox';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { presentPull } from '../present/presentPull';
import { isPullRequest } from '../PullRequest';
import type { PullRequest } from '../PullRequest';
import { pullAccess } from '../pullOf';
import { pullsUpToDate } from '../sync/syncQueue';

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests */
export const listPulls: Route = {
  route: 'GET /repos/{owner}/{repo}/pulls',
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const { sandbox, repository, query } = call;
    await pullsUpToDate(sandbox);
    const state = query.get('state') ?? 'open';
    const base = query.get('base');
    const head = query.get('head');
    const sort = query.get('sort') ?? 'created';
    const ascending =
      (query.get('direction') ?? (sort === 'created' ? 'desc' : 'asc')) ===
      'asc';
    const { rows, total } = paginate({
      call,
      rows: sandbox.state.issues
        .by('repository', repository.id)
        .filter(isPullRequest)
        .filter(
          issue =>
            (state === 'all' || issue.state === state) &&
            (!base || issue.pull.base.ref === base) &&
            (!head || hasHead({ sandbox, issue, head })),
        )
        .sort(
          (a, b) =>
            (ascending ? 1 : -1) *
            (weight({ sandbox, issue: a, sort }) -
              weight({ sandbox, issue: b, sort }) || a.number - b.number),
        ),
    });
    return {
      body: rows.map(issue => presentPull({ ...call, issue })),
      total,
    };
  },
};

/** `owner:branch`. Without an owner, GitHub does not filter. */
function hasHead(options: {
  sandbox: Sandbox;
  issue: PullRequest;
  head: string;
}): boolean {
  const { sandbox, issue, head } = options;
  const [owner, branch] = head.split(':');
  if (branch === undefined) return true;
  const { state } = sandbox;
  const { ownerId, ref } = issue.pull.head;
  const account = state.users.get(ownerId) ?? state.organisations.get(ownerId);
  return account?.login.toLowerCase() === owner.toLowerCase() && ref === branch;
}

function weight(options: {
  sandbox: Sandbox;
  issue: PullRequest;
  sort: string;
}): number {
  const { sandbox, issue, sort } = options;
  switch (sort) {
    case 'updated':
      return Date.parse(issue.updatedAt);
    case 'popularity':
      return sandbox.state.comments.by('issue', issue.id).length;
    case 'long-running':
      return sandbox.clock.now().getTime() - Date.parse(issue.createdAt);
    default:
      return Date.parse(issue.createdAt);
  }
}
