import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { presentCommit } from '../../repositories/commits/presentCommit';
import { presentDiffEntry } from '../../repositories/commits/presentDiffEntry';
import { comparisonOf } from '../comparisonOf';
import { pullAccess, pullOf } from '../pullOf';

/** https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request */
const MOST_COMMITS = 250;
/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const MOST_FILES = 3000;

export const listCommits: Route = {
  route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits',
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const issue = await pullOf(call);
    const comparison = await comparisonOf({ ...call, issue });
    const { rows, total } = paginate({
      call,
      rows: (comparison?.commits ?? []).slice(0, MOST_COMMITS),
    });
    return {
      body: rows.map(commit => presentCommit({ ...call, commit })),
      total,
    };
  },
};

export const listFiles: Route = {
  route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const issue = await pullOf(call);
    const comparison = await comparisonOf({ ...call, issue });
    const { rows, total } = paginate({
      call,
      rows: (comparison?.files ?? []).slice(0, MOST_FILES),
    });
    const ref = issue.pull.head.sha;
    return {
      body: rows.map(file => presentDiffEntry({ ...call, file, ref })),
      total,
    };
  },
};
