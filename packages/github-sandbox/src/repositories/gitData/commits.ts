import { actorOf } from '../../access';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { readSignature } from '../identity/readSignature';
import { signatureOf } from '../identity/signatureOf';
import { notSupplied } from '../../http/invalidRequest';
import { openGit } from '../openGit';
import { emptyRepository, isEmpty } from '../requireCommit';
import { presentGitCommit } from './presentGitCommit';
import { requireSha } from './requireSha';

/** https://docs.github.com/rest/git/commits */
export const gitCommitRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'read' } },
    async handle(call) {
      const sha = requireSha(call.params.commit_sha);
      const commit = await (await openGit(call)).readCommit({ sha });
      if (!commit) throw notFound();
      return { body: presentGitCommit({ ...call, commit }) };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/git/commits',
    on: 'repository',
    access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
    async handle(call) {
      const { message, tree, signature } = call.body;
      const parents: unknown[] = Array.isArray(call.body.parents)
        ? call.body.parents
        : [];
      if (typeof message !== 'string') throw notSupplied('message');
      if (typeof tree !== 'string') throw notSupplied('tree');
      const git = await openGit(call);
      if (await isEmpty(git)) throw emptyRepository();
      if ((await git.readObject({ sha: tree }))?.type !== 'tree') {
        throw new GitHubError({
          status: 422,
          message: 'Tree SHA does not exist',
        });
      }
      for (const parent of parents) {
        if (!(await git.readCommit({ sha: String(parent) }))) {
          throw new GitHubError({
            status: 422,
            message: 'Parent SHA does not exist or is not a commit object',
          });
        }
      }
      const author = readSignature({
        value: call.body.author,
        field: 'author',
        fallback: signatureOf({
          user: actorOf(call.viewer),
          date: call.sandbox.clock.now(),
        }),
      });
      const committer = readSignature({
        value: call.body.committer,
        field: 'committer',
        fallback: author,
      });
      const sha = await git.writeCommit({
        tree,
        parents: parents.map(String),
        author,
        committer,
        message,
        ...(typeof signature === 'string' && signature && { signature }),
      });
      const commit = (await git.readCommit({ sha }))!;
      const body = presentGitCommit({ ...call, commit });
      return { status: 201, headers: { location: body.url }, body };
    },
  },
];
