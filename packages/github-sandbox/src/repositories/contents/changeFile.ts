import { actorOf } from '../../access';
import { GitHubError, notFound } from '../../http/GitHubError';
import { notSupplied } from '../../http/invalidRequest';
import type { RepositoryCall } from '../../http/Route';
import { commitAsWeb } from '../commitAsWeb';
import { openGit } from '../openGit';
import { refusedMove } from '../protection/assertMayMove';
import { isEmpty } from '../requireCommit';
import type { FileChangeRequest } from './readFileChange';

/** One commit that sets (`content`) or deletes (null) a file. Throws GitHub's errors; `isNew` says whether there was no file before. */
export async function changeFile(options: {
  call: RepositoryCall;
  request: FileChangeRequest;
  content: Buffer | null;
}): Promise<{ commit: string; isNew: boolean }> {
  const { call, request, content } = options;
  const { path, branch } = request;
  const git = await openGit(call);
  const sender = actorOf(call.viewer);

  let isNew = false;

  const made = await commitAsWeb({
    ...call,
    ...request,
    sender,
    changes: [{ path, content }],
    async check() {
      const before = (await git.readRef({ ref: `refs/heads/${branch}` }))?.sha;
      if (!before && !(await isEmpty(git))) {
        throw new GitHubError({
          status: 404,
          message: `Branch ${branch} not found`,
        });
      }
      const current = before && (await git.entryAt({ commit: before, path }));
      isNew = !current;
      assertSha({
        request,
        current: current ? current.sha : undefined,
        content,
      });
    },
  });

  switch (made.outcome) {
    case 'committed':
      return { commit: made.commit, isNew };
    case 'refused':
      throw refusedMove({
        refusal: made.refusal,
        status: 409,
        prefix: `Could not ${verb(content, !isNew)} file: `,
      });
    case 'invalidPath':
      throw new GitHubError({
        status: 422,
        message: 'path contains a malformed path component',
        errors: [{ resource: 'Commit', field: 'path', code: 'invalid' }],
      });
    default:
      throw notFound();
  }
}

function verb(content: Buffer | null, exists: boolean) {
  if (content === null) return 'delete';
  return exists ? 'update' : 'create';
}

function assertSha(options: {
  request: FileChangeRequest;
  current: string | undefined;
  content: Buffer | null;
}) {
  const { request, current, content } = options;
  if (!current && content === null) throw notFound();
  if (current && request.sha === undefined) {
    throw notSupplied('sha');
  }
  if (request.sha !== undefined && request.sha !== current) {
    throw new GitHubError({
      status: 409,
      message: `${request.path} does not match ${request.sha}`,
    });
  }
}
