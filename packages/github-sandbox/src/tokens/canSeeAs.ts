import { roleOf } from '../access/roleOf';
import type { Sandbox } from '../core/Sandbox';
import type { Repository, User } from '../core/state';

/** Whether a person sees a repository in the pages of settings, where no token is in between. */
export function canSeeAs(options: {
  sandbox: Sandbox;
  user: User;
  repository: Repository;
}): boolean {
  return (
    options.repository.visibility === 'public' || roleOf(options) !== undefined
  );
}
