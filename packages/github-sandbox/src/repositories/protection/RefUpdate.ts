import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import type { GitRepository, RefChange } from '../../git';

/** Somebody wants to move a ref. `forced` of the change says that commits would be lost. */
export interface RefUpdate {
  sandbox: Sandbox;
  repository: Repository;
  /** Where the commits are that come in. */
  git: GitRepository;
  change: RefChange;
  sender: User;
}
