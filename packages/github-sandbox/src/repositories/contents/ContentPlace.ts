import type { GitRepository, TreeEntry } from '../../git';
import type { RepositoryCall } from '../../http/Route';

/** What is asked for, and what is there. */
export interface ContentPlace {
  call: RepositoryCall;
  git: GitRepository;
  /** SHA */
  commit: string;
  /** Without slashes at its ends; `''` is the root. */
  path: string;
  /** What the caller named, or the default branch. */
  ref: string;
  entry: TreeEntry;
}
