import type { Sandbox } from '../Sandbox';
import type { Account } from '../state';

/** The person or organisation with this number. */
export function accountById(options: {
  sandbox: Sandbox;
  id: number;
}): Account | undefined {
  const { state } = options.sandbox;
  return state.users.get(options.id) ?? state.organisations.get(options.id);
}
