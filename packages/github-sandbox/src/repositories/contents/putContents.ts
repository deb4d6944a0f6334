import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { presentGitCommit } from '../gitData/presentGitCommit';
import { notSupplied } from '../../http/invalidRequest';
import { openGit } from '../openGit';
import { changeFile } from './changeFile';
import { presentFile } from './presentFile';
import { readFileChange } from './readFileChange';

/** Makes or replaces a file. https://docs.github.com/rest/repos/contents#create-or-update-file-contents */
export const putContents: Route = {
  route: 'PUT /repos/{owner}/{repo}/contents/{path}',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
  async handle(call) {
    const request = readFileChange(call);
    const data = readContent(call.body.content);
    const { commit: sha, isNew } = await changeFile({
      call,
      request,
      content: data,
    });
    const git = await openGit(call);
    const commit = (await git.readCommit({ sha }))!;
    const { path, branch } = request;
    const entry = (await git.entryAt({ commit: sha, path }))!;
    const { content, encoding, ...file } = presentFile({
      call,
      entry,
      path,
      ref: branch,
      data,
    });
    return {
      status: isNew ? 201 : 200,
      body: { content: file, commit: presentGitCommit({ ...call, commit }) },
    };
  },
};

function readContent(content: unknown): Buffer {
  if (typeof content !== 'string') throw notSupplied('content');
  if (!/^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(content)) {
    throw new GitHubError({
      status: 422,
      message: 'content is not valid Base64',
    });
  }
  return Buffer.from(content, 'base64');
}
