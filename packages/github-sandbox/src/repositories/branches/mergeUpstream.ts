import { actorOf } from '../../access';
import { accountById } from '../../core/names/accountById';
import type { Repository } from '../../core/state';
import type { GitRepository } from '../../git';
import { GitHubError } from '../../http/GitHubError';
import type { RepositoryCall, Route } from '../../http/Route';
import { signatureOf, webCommitter } from '../identity/signatureOf';
import { notSupplied } from '../../http/invalidRequest';
import { openGit } from '../openGit';
import { moveRef } from '../refs/moveRef';

/** Brings a branch of a fork up to date. https://docs.github.com/rest/branches/branches#sync-a-fork-branch-with-the-upstream-repository */
export const mergeUpstream: Route = {
  route: 'POST /repos/{owner}/{repo}/merge-upstream',
  on: 'repository',
  access: { permission: { name: 'contents', level: 'write' }, role: 'push' },
  async handle(call) {
    const { branch } = call.body;
    if (typeof branch !== 'string') throw notSupplied('branch');
    const { sandbox, repository } = call;
    const parent =
      repository.parentId === null
        ? undefined
        : sandbox.state.repositories.get(repository.parentId);
    if (!parent) {
      throw new GitHubError({
        status: 422,
        message: `${repository.name} is not a fork.`,
      });
    }
    const git = await openGit(call);
    return git.exclusively(() => sync({ call, git, parent, branch }));
  },
};

async function sync(options: {
  call: RepositoryCall;
  git: GitRepository;
  parent: Repository;
  branch: string;
}) {
  const { call, git, parent, branch } = options;
  const { sandbox } = call;
  const ref = `refs/heads/${branch}`;
  const upstream = await openGit({ sandbox, repository: parent });
  const theirs = (await upstream.readRef({ ref }))?.sha;
  const ours = (await git.readRef({ ref }))?.sha;
  if (!theirs || !ours) {
    throw new GitHubError({
      status: 422,
      message: `There is no branch ${branch} in both repositories.`,
    });
  }
  const base = `${
    accountById({ sandbox, id: parent.ownerId })?.login
  }:${branch}`;
  await git.importFrom({ repository: upstream, sha: theirs });
  if (await git.isAncestor({ ancestor: theirs, of: ours })) {
    return answer(
      'none',
      `This branch is not behind the upstream ${base}.`,
      base,
    );
  }
  const sender = actorOf(call.viewer);
  const isBehind = await git.isAncestor({ ancestor: ours, of: theirs });
  const sha = isBehind
    ? theirs
    : await mergeCommit({ ...options, ours, theirs, base });
  await moveRef({ ...call, ref, change: { kind: 'update', sha }, sender });
  return isBehind
    ? answer(
        'fast-forward',
        `Successfully fetched and fast-forwarded from upstream ${base}.`,
        base,
      )
    : answer(
        'merge',
        `Successfully fetched and merged from upstream ${base}.`,
        base,
      );
}

async function mergeCommit(options: {
  call: RepositoryCall;
  git: GitRepository;
  ours: string;
  theirs: string;
  base: string;
}) {
  const { call, git, ours, theirs, base } = options;
  const merged = await git.merge({ base: ours, head: theirs });
  if (merged.outcome !== 'merged') {
    throw new GitHubError({
      status: 409,
      message: 'There are merge conflicts',
    });
  }
  const date = call.sandbox.clock.now();
  return git.writeCommit({
    tree: merged.tree,
    parents: [ours, theirs],
    author: signatureOf({ user: actorOf(call.viewer), date }),
    committer: webCommitter({ date }),
    message: `Merge branch '${base}'`,
  });
}

function answer(
  merge_type: 'none' | 'fast-forward' | 'merge',
  message: string,
  base_branch: string,
) {
  return { body: { message, merge_type, base_branch } };
}
