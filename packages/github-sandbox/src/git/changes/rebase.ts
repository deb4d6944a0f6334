import { Core } from '../Core';
import { readCommit } from '../history/readCommit';
import { encodeCommit } from '../objects/commit';
import { runGit } from '../process/runGit';
import { Commit, MergeOutcome, RebaseOutcome, Signature } from '../types';
import { merge } from './merge';

/** Copies the commits `from..head` on top of `onto` (see `GitRepository.rebase`). */
export async function rebase(options: {
  core: Core;
  onto: string;
  from: string;
  head: string;
  committer: Signature;
}): Promise<RebaseOutcome> {
  const { core, committer } = options;
  let tip = await readCommit({ objects: core.objects, sha: options.onto });
  const commits: string[] = [];
  for (const commit of await listCommits(options)) {
    if (!tip) {
      return { outcome: 'unrelated' };
    }
    const before = await treeBefore(core, commit);
    const picked = await pick({ core, before, commit, onto: tip });
    if (picked.outcome !== 'merged') {
      return picked;
    }
    const isThere = picked.tree === tip.tree && commit.tree !== before;
    if (!isThere) {
      const { author, message } = commit;
      const parents = [tip.sha];
      const written = {
        tree: picked.tree,
        parents,
        author,
        committer,
        message,
      };
      const sha = await writeCommit(core, written);
      commits.push(sha);
      tip = { sha, ...written };
    }
  }
  return { outcome: 'rebased', sha: tip?.sha ?? options.onto, commits };
}

async function listCommits(options: {
  core: Core;
  from: string;
  head: string;
}): Promise<Commit[]> {
  const { core, from, head } = options;
  const { stdout } = await runGit({
    args: [
      'rev-list',
      '--topo-order',
      '--reverse',
      '--no-merges',
      head,
      `^${from}`,
    ],
    directory: core.directory,
  });
  const shas = stdout.toString('latin1').split('\n').filter(Boolean);
  const { objects } = core;
  const commits = await Promise.all(
    shas.map(sha => readCommit({ objects, sha })),
  );
  return commits.filter((commit): commit is Commit => !!commit);
}

async function treeBefore(core: Core, commit: Commit): Promise<string> {
  const { objects } = core;
  const [sha] = commit.parents;
  const parent = sha ? await readCommit({ objects, sha }) : undefined;
  return (
    parent?.tree ??
    // No parent: everything in the commit is its change.
    objects.write({ type: 'tree', data: Buffer.alloc(0) })
  );
}

/**
 * The tree of a commit's change on top of `onto`. Git 2.39 cannot be told the base of a merge, so commits are written that have it as their
 * parent. They stay unreachable.
 */
async function pick(options: {
  core: Core;
  before: string;
  commit: Commit;
  onto: Commit;
}): Promise<MergeOutcome> {
  const { core, before, commit, onto } = options;
  const { author, committer } = commit;
  const write = (tree: string, parents: string[]) =>
    writeCommit(core, { tree, parents, author, committer, message: 'pick' });
  const start = await write(before, []);
  return merge({
    core,
    base: await write(onto.tree, [start]),
    head: await write(commit.tree, [start]),
  });
}

function writeCommit(core: Core, commit: Omit<Commit, 'sha'>): Promise<string> {
  return core.objects.write({ type: 'commit', data: encodeCommit(commit) });
}
