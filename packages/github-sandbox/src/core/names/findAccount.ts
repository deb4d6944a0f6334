import type { Sandbox } from '../Sandbox';
import type { Account } from '../state';

/** The person or organisation with this login; GitHub does not mind capitals. */
export function findAccount(options: {
  sandbox: Sandbox;
  login: string;
}): Account | undefined {
  const { state } = options.sandbox;
  const login = options.login.toLowerCase();
  return (
    state.organisations.first('login', login) ??
    state.users.first('login', login)
  );
}
