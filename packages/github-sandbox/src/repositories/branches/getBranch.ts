import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { openGit } from '../openGit';
import { presentFullBranch } from './presentFullBranch';

/** https://docs.github.com/rest/branches/branches#get-a-branch */
export const getBranch: Route = {
  route: 'GET /repos/{owner}/{repo}/branches/{branch}',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { branch } = call.params;
    const git = await openGit(call);
    const found = await git.readRef({ ref: `refs/heads/${branch}` });
    if (!found) {
      throw new GitHubError({ status: 404, message: 'Branch not found' });
    }
    return {
      body: await presentFullBranch({ ...call, git, branch, sha: found.sha }),
    };
  },
};
