import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';

const NOREPLY = /^(?:(\d+)\+)?([^@]+)@users\.noreply\./;

/** Whose email this is, so that commits can be linked to people. */
export function accountOfEmail(options: {
  sandbox: Sandbox;
  email: string;
}): User | undefined {
  const { users } = options.sandbox.state;
  const email = options.email.toLowerCase();
  const noreply = NOREPLY.exec(email);
  if (noreply) {
    return noreply[1]
      ? users.get(Number(noreply[1]))
      : users.first('login', noreply[2]);
  }
  return users.all().find(user => user.email?.toLowerCase() === email);
}
