import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { presentBranch } from '../branches/presentBranch';
import { openGit } from '../openGit';
import { requireCommit } from '../requireCommit';

/** https://docs.github.com/rest/commits/commits#list-branches-for-head-commit */
export const branchesWhereHead: Route = {
  route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const git = await openGit(call);
    const name = call.params.commit_sha;
    const head = await requireCommit({
      git,
      name,
      missing: new GitHubError({
        status: 422,
        message: `No commit found for SHA: ${name}`,
      }),
    });
    const refs = await git.listRefs({ prefix: 'refs/heads/' });
    return {
      body: refs
        .filter(({ sha }) => sha === head)
        .map(({ ref, sha }) =>
          presentBranch({
            ...call,
            branch: ref.slice('refs/heads/'.length),
            sha,
          }),
        ),
    };
  },
};
