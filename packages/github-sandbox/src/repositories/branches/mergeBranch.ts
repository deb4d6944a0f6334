import { actorOf } from '../../access';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { presentFullCommit } from '../commits/presentFullCommit';
import { signatureOf, webCommitter } from '../identity/signatureOf';
import { openGit } from '../openGit';
import { assertMayMove } from '../protection/assertMayMove';
import { moveRef } from '../refs/moveRef';
import { bodyReader } from '../../http/body/bodyReader';

/** Merges a branch or commit into a branch. https://docs.github.com/rest/branches/branches#merge-a-branch */
export const mergeBranch: Route = {
  route: 'POST /repos/{owner}/{repo}/merges',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
  async handle(call) {
    const read = bodyReader(call.body);
    const request = {
      base: read.requiredText('base'),
      head: read.requiredText('head'),
      message: read.text('commit_message'),
    };
    const git = await openGit(call);
    return git.exclusively(() => merge(call, request));
  },
};

async function merge(
  call: RepositoryCall,
  request: { base: string; head: string; message: string | undefined },
) {
  const { repository, sandbox } = call;
  const git = await openGit(call);
  const ref = `refs/heads/${request.base}`;
  const base = (await git.readRef({ ref }))?.sha;
  const head = (await git.resolve({ expression: request.head, type: 'commit' }))
    ?.sha;
  if (!base || !head) {
    throw new GitHubError({
      status: 404,
      message: base ? 'Head does not exist' : 'Base does not exist',
    });
  }
  if (await git.isAncestor({ ancestor: head, of: base })) {
    return { status: 204 };
  }
  const merged = await git.merge({ base, head });
  if (merged.outcome !== 'merged') {
    throw new GitHubError({ status: 409, message: 'Merge conflict' });
  }
  const sender = actorOf(call.viewer);
  const date = sandbox.clock.now();
  const sha = await git.writeCommit({
    tree: merged.tree,
    parents: [base, head],
    author: signatureOf({ user: sender, date }),
    committer: webCommitter({ date }),
    message: request.message ?? `Merge ${request.head} into ${request.base}`,
  });
  await assertMayMove({
    sandbox,
    repository,
    git,
    sender,
    change: { ref, before: base, after: sha, forced: false },
    status: 409,
  });
  const outcome = await moveRef({
    ...call,
    ref,
    change: { kind: 'update', sha },
    sender,
  });
  if (outcome !== 'moved') throw notFound();
  const commit = (await git.readCommit({ sha }))!;
  const presented = await presentFullCommit({ ...call, git, commit });
  return { status: 201, body: presented.body };
}
