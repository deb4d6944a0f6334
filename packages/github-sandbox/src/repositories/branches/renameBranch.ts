import { actorOf } from '../../access';
import { GitHubError, validationFailed } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { openGit } from '../openGit';
import { moveRef } from '../refs/moveRef';
import { presentFullBranch } from './presentFullBranch';

/** Renames a branch, with its protection, open pull requests and its place as default branch. https://docs.github.com/rest/branches/branches#rename-a-branch */
export const renameBranch: Route = {
  route: 'POST /repos/{owner}/{repo}/branches/{branch}/rename',
  on: 'repository',
  access: {
    permission: { name: 'administration', level: 'write' },
    role: 'push',
  },
  async handle(call) {
    const { params, body, repository } = call;
    const name = body.new_name;
    const sender = actorOf(call.viewer);
    const git = await openGit(call);
    const found = await git.readRef({ ref: `refs/heads/${params.branch}` });
    if (!found) {
      throw new GitHubError({ status: 404, message: 'Branch not found' });
    }
    if (typeof name !== 'string' || name === '') {
      throw validationFailed({
        errors: [
          { resource: 'Branch', field: 'new_name', code: 'missing_field' },
        ],
      });
    }
    const outcome = await moveRef({
      ...call,
      ref: `refs/heads/${name}`,
      change: { kind: 'create', sha: found.sha },
      sender,
    });
    if (outcome !== 'moved') {
      throw new GitHubError({
        status: 422,
        message:
          outcome === 'exists'
            ? `A branch named ${name} already exists.`
            : `${name} is not a valid branch name.`,
      });
    }
    await followRename(call, name);
    await moveRef({
      ...call,
      ref: found.ref,
      change: { kind: 'delete' },
      sender,
    });
    return {
      status: 201,
      body: await presentFullBranch({
        ...call,
        repository,
        git,
        branch: name,
        sha: found.sha,
      }),
    };
  },
};

/** What named the old branch names the new one. */
async function followRename(call: RepositoryCall, name: string) {
  const { sandbox, repository, params } = call;
  const old = params.branch;
  if (repository.defaultBranch === old) {
    repository.defaultBranch = name;
    const git = await openGit(call);
    await git.setHead({ branch: name });
  }
  if (old in repository.branchProtection) {
    repository.branchProtection[name] = repository.branchProtection[old];
    delete repository.branchProtection[old];
  }
  const pulls = sandbox.state.issues
    .by('repository', repository.id)
    .flatMap(({ pull, state }) => (pull && state === 'open' ? [pull] : []));
  for (const { base, head } of pulls) {
    if (base.ref === old) base.ref = name;
    if (head.ref === old && head.repositoryId === repository.id) {
      head.ref = name;
    }
  }
}
