import { Core } from '../Core';
import { EMPTY_TREE } from '../objects/emptyTree';
import { runGit } from '../process/runGit';
import { FileDiff } from '../types';
import { parseDiff } from './parseDiff';

/** Arguments that hold for every diff: renames as git finds them by default, nothing of anybody's configuration. */
export const DIFF_ARGS = ['-r', '-M', '--no-ext-diff', '--no-textconv'];

/** The changed files between two commits or trees; `from` undefined is the empty tree. */
export async function diff(options: {
  core: Core;
  from: string | undefined;
  to: string;
}): Promise<FileDiff[]> {
  const { core, from = EMPTY_TREE, to } = options;
  const { stdout } = await runGit({
    args: [
      'diff-tree',
      ...DIFF_ARGS,
      '-z',
      '--raw',
      '--numstat',
      '--patch',
      '--full-index',
      '--end-of-options',
      from,
      to,
    ],
    directory: core.directory,
  });
  return parseDiff(stdout);
}
