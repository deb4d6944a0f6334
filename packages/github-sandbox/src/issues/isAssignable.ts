import { roleOf } from '../access';
import type { Sandbox } from '../core/Sandbox';
import type { Repository, User } from '../core/state';

/** Whether issues of a repository can be assigned to a person: somebody with a role in it. https://docs.github.com/rest/issues/assignees */
export function isAssignable(options: {
  sandbox: Sandbox;
  repository: Repository;
  user: User;
}): boolean {
  return options.user.type === 'User' && roleOf(options) !== undefined;
}
