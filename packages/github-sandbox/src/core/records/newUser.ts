import type { Sandbox } from '../Sandbox';
import type { User } from '../state';

/** Adds a person; what is not said is as GitHub has it for a new account. */
export function newUser(options: {
  sandbox: Sandbox;
  login: string;
  values?: Partial<Omit<User, 'id' | 'kind' | 'login'>>;
}): User {
  const { sandbox, login, values } = options;
  const now = sandbox.clock.iso();
  return sandbox.state.users.insert({
    id: sandbox.nextId(),
    kind: 'user',
    type: 'User',
    login,
    name: null,
    email: null,
    bio: null,
    company: null,
    location: null,
    blog: null,
    siteAdmin: false,
    twoFactor: true,
    createdAt: now,
    updatedAt: now,
    suspendedAt: null,
    followers: 0,
    following: 0,
    starred: [],
    ...values,
  });
}
