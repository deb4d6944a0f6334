import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Commit, FileDiff, GitRepository } from '../../git';
import type { Urls } from '../../http/createUrls';
import { presentCommit } from './presentCommit';
import { presentDiffEntry } from './presentDiffEntry';

/** GitHub's `commit` with its statistics and its files (those of `slice`, for there may be thousands), against its first parent. */
export async function presentFullCommit(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  git: GitRepository;
  commit: Commit;
  slice?: (files: FileDiff[]) => FileDiff[];
}) {
  const { git, commit, slice = (all: FileDiff[]) => all } = options;
  const files = await git.diff({ from: commit.parents[0], to: commit.sha });
  const sum = (count: (file: FileDiff) => number) =>
    files.reduce((total, file) => total + count(file), 0);
  return {
    count: files.length,
    body: {
      ...presentCommit(options),
      stats: {
        total: sum(({ changes }) => changes),
        additions: sum(({ additions }) => additions),
        deletions: sum(({ deletions }) => deletions),
      },
      files: slice(files).map(file =>
        presentDiffEntry({ ...options, file, ref: commit.sha }),
      ),
    },
  };
}
