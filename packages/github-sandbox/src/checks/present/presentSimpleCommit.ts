import { isoSeconds } from '../../core/isoSeconds';
import type { Commit } from '../../git';

/** `simple-commit` of GitHub's OpenAPI, as check suites and workflow runs carry it. */
export function presentSimpleCommit(commit: Commit) {
  return {
    id: commit.sha,
    tree_id: commit.tree,
    message: commit.message.trimEnd(),
    timestamp: isoSeconds(commit.committer.date),
    author: { name: commit.author.name, email: commit.author.email },
    committer: { name: commit.committer.name, email: commit.committer.email },
  };
}
