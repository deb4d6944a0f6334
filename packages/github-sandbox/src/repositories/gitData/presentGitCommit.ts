import type { RepositoryCall } from '../../http/Route';
import type { Commit } from '../../git';
import { presentCommit } from '../commits/presentCommit';

/** GitHub's `git-commit`, which knows no accounts. Also in the answer about a changed file. */
export function presentGitCommit(
  options: Pick<RepositoryCall, 'sandbox' | 'urls' | 'repository'> & {
    commit: Commit;
  },
) {
  const { sha, node_id, html_url, commit, parents } = presentCommit(options);
  return {
    sha,
    node_id,
    url: commit.url,
    html_url,
    author: commit.author,
    committer: commit.committer,
    tree: commit.tree,
    message: commit.message,
    parents: parents.map(parent => ({
      ...parent,
      url: parent.url.replace('/commits/', '/git/commits/'),
    })),
    verification: commit.verification,
  };
}
