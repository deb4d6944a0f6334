import type { Route } from '../../http/Route';
import { presentGitCommit } from '../gitData/presentGitCommit';
import { openGit } from '../openGit';
import { changeFile } from './changeFile';
import { readFileChange } from './readFileChange';

/** Deletes a file. https://docs.github.com/rest/repos/contents#delete-a-file */
export const deleteContents: Route = {
  route: 'DELETE /repos/{owner}/{repo}/contents/{path}',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
  async handle(call) {
    const request = readFileChange(call);
    const { commit: sha } = await changeFile({ call, request, content: null });
    const commit = (await (await openGit(call)).readCommit({ sha }))!;
    return {
      body: { content: null, commit: presentGitCommit({ ...call, commit }) },
    };
  },
};
