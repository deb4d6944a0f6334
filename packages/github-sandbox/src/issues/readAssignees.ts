import type { Sandbox } from '../core/Sandbox';
import type { Repository, User } from '../core/state';
import { isAssignable } from './isAssignable';

/** The people with these logins, and the logins that issues of the repository cannot be assigned to. */
export function readAssignees(options: {
  sandbox: Sandbox;
  repository: Repository;
  logins: string[];
}): { people: User[]; unknown: string[] } {
  const { sandbox, repository, logins } = options;
  const people: User[] = [];
  const unknown: string[] = [];
  for (const login of new Set(logins)) {
    const user = sandbox.state.users.first('login', login.toLowerCase());
    if (user && isAssignable({ sandbox, repository, user })) people.push(user);
    else unknown.push(login);
  }
  return { people, unknown };
}
