import { paginate } from '../../http/paginate';
import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { openGit } from '../../repositories/openGit';
import { requireCommit } from '../../repositories/requireCommit';
import { presentPull } from '../present/presentPull';
import { isPullRequest } from '../PullRequest';
import { pullAccess } from '../pullOf';
import { pullsUpToDate } from '../sync/syncQueue';
import { baseShaOf } from '../comparisonOf';
import type { PullRequest } from '../PullRequest';

/** The pull requests that a commit is of, or that became it. https://docs.github.com/rest/commits/commits#list-pull-requests-associated-with-a-commit */
export const pullsOfCommit: Route = {
  route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
  on: 'repository',
  access: pullAccess('read'),
  async handle(call) {
    const { sandbox, repository, params } = call;
    await pullsUpToDate(sandbox);
    const git = await openGit(call);
    const sha = await requireCommit({
      git,
      name: params.commit_sha,
      missing: new GitHubError({
        status: 422,
        message: `No commit found for SHA: ${params.commit_sha}`,
      }),
    });
    const found: PullRequest[] = [];
    for (const issue of sandbox.state.issues
      .by('repository', repository.id)
      .filter(isPullRequest)) {
      const { head, mergedAt, mergeCommitSha } = issue.pull;
      const became = mergedAt !== null && mergeCommitSha === sha;
      const isIn =
        became ||
        ((await git.isAncestor({ ancestor: sha, of: head.sha })) &&
          !(await git.isAncestor({
            ancestor: sha,
            of: await baseShaOf({ ...call, issue }),
          })));
      if (isIn) found.push(issue);
    }
    const { rows, total } = paginate({ call, rows: found });
    return { body: rows.map(issue => presentPull({ ...call, issue })), total };
  },
};
