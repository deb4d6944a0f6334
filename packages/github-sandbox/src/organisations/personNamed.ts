import type { Sandbox } from '../core/Sandbox';
import type { User } from '../core/state';
import { notFound } from '../http/GitHubError';

/** The person with a login, or the bot. Throws 404. */
export function personNamed(options: {
  sandbox: Sandbox;
  login: string;
}): User {
  const { sandbox, login } = options;
  const user = sandbox.state.users.first('login', login.toLowerCase());
  if (!user) throw notFound();
  return user;
}
