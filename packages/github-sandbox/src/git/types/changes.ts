import { Commit } from './objects';
import { RefChange } from './refs';

/**
 * One changed file, in GitHub's words. `patch` starts at the first `@@` line and has no trailing newline; it is absent for binary files, for
 * changes without lines and above 1 MB. `sha` is the blob after the change (of a removed file: before it), `previousSha` the one before.
 * See https://docs.github.com/en/rest/commits/commits#compare-two-commits
 */
export interface FileDiff {
  path: string;
  previousPath?: string;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  additions: number;
  deletions: number;
  changes: number;
  binary: boolean;
  patch?: string;
  sha: string;
  previousSha?: string;
}

/** `base...head`. `commits` are those of `head` that `base` lacks, oldest first; `files` is the diff from the merge base to `head`. */
export interface Comparison {
  base: string;
  head: string;
  mergeBase: string;
  aheadBy: number;
  behindBy: number;
  commits: Commit[];
  files: FileDiff[];
}

/** `unrelated`: the two have no commit in common. */
export type MergeConflict =
  | { outcome: 'conflict'; paths: string[] }
  | { outcome: 'unrelated' };

/** A merge that was computed; nothing but the tree is written. */
export type MergeOutcome = { outcome: 'merged'; tree: string } | MergeConflict;

/** New commits were written; no ref has moved. `sha` is the last one, `commits` all of them, oldest first. */
export type RebaseOutcome =
  | { outcome: 'rebased'; sha: string; commits: string[] }
  | MergeConflict;

/** One new commit was written; no ref has moved. */
export type SquashOutcome =
  | { outcome: 'squashed'; sha: string }
  | MergeConflict;

/** Asked before any ref moves. A reason alone stands for a refusal without a message. */
export type RefusePush = (
  updates: RefChange[],
) =>
  | PushRefusal
  | string
  | undefined
  | Promise<PushRefusal | string | undefined>;

/** Why a push is refused: `reason` stands in git's `! [remote rejected] main -> main (reason)`, `message` in the `remote:` lines above it. */
export interface PushRefusal {
  reason: string;
  message?: string;
}
