import { Core } from '../Core';
import { mergeBase } from '../history/mergeBase';
import { readCommit } from '../history/readCommit';
import { runGit } from '../process/runGit';
import { resolve } from '../refs/resolve';
import { Commit, Comparison } from '../types';
import { diff } from './diff';

/** Compares two expressions as GitHub does, from their merge base; undefined if one is missing or they have no commit in common. */
export async function compare(options: {
  core: Core;
  base: string;
  head: string;
}): Promise<Comparison | undefined> {
  const { core } = options;
  const [base, head] = await Promise.all(
    [options.base, options.head].map(expression =>
      resolve({ core, expression, type: 'commit' }),
    ),
  );
  if (!base || !head) {
    return undefined;
  }
  const common = await mergeBase({ core, a: base.sha, b: head.sha });
  if (!common) {
    return undefined;
  }
  const ahead = await listCommits(core, base.sha, head.sha);
  const behind = await listCommits(core, head.sha, base.sha);
  const { objects } = core;
  const commits = await Promise.all(
    ahead.map(sha => readCommit({ objects, sha })),
  );
  return {
    base: base.sha,
    head: head.sha,
    mergeBase: common,
    aheadBy: ahead.length,
    behindBy: behind.length,
    commits: commits.filter((commit): commit is Commit => !!commit),
    files: await diff({ core, from: common, to: head.sha }),
  };
}

// Oldest first, and no commit before its parents whatever their dates say.
async function listCommits(
  core: Core,
  not: string,
  from: string,
): Promise<string[]> {
  if (not === from) {
    return [];
  }
  const { stdout } = await runGit({
    args: ['rev-list', '--topo-order', '--reverse', from, `^${not}`],
    directory: core.directory,
  });
  return stdout.toString('latin1').split('\n').filter(Boolean);
}
