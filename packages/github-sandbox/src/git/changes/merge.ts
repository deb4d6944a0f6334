import { Core } from '../Core';
import { mergeBase } from '../history/mergeBase';
import { fromBytes } from '../objects/tree';
import { runGit } from '../process/runGit';
import { MergeOutcome } from '../types';

/** Merges two commits in memory, as `git merge` would; only objects are written. */
export async function merge(options: {
  core: Core;
  base: string;
  head: string;
}): Promise<MergeOutcome> {
  const { core, base, head } = options;
  if (!(await mergeBase({ core, a: base, b: head }))) {
    return { outcome: 'unrelated' };
  }
  const { code, stdout } = await runGit({
    args: [
      'merge-tree',
      '--write-tree',
      '-z',
      '--name-only',
      '--no-messages',
      base,
      head,
    ],
    directory: core.directory,
    // 1: there are conflicts.
    allowed: [0, 1],
  });
  const [tree, ...paths] = stdout.toString('latin1').split('\0');
  return code === 0
    ? { outcome: 'merged', tree }
    : {
        outcome: 'conflict',
        paths: [...new Set(paths.filter(Boolean).map(fromBytes))],
      };
}
