import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { codeOwnersFile } from '../../pulls/protection/codeOwnersFile';
import { openGit } from '../../repositories/openGit';
import { findErrors } from './findErrors';

/** https://docs.github.com/rest/repos/repos#list-codeowners-errors */
export const codeownersRoute: Route = {
  route: 'GET /repos/{owner}/{repo}/codeowners/errors',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'read' } },
  async handle(call) {
    const { repository, query } = call;
    const git = await openGit(call);
    const found = await git.resolve({
      expression: query.get('ref') ?? repository.defaultBranch,
      type: 'commit',
    });
    if (!found) throw notFound();
    const file = await codeOwnersFile({ git, commit: found.sha });
    if (!file) throw notFound();
    return { body: { errors: findErrors({ ...call, ...file }) } };
  },
};
