import { findAccount } from '../../../core/names/findAccount';
import type { User } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';

/** The person with this login; undefined for organisations. */
export function userByLogin(options: {
  login: string;
  context: GraphqlContext;
}): User | undefined {
  const { login, context } = options;
  const account = findAccount({ sandbox: context.sandbox, login });
  return account?.kind === 'user' && account.type === 'User'
    ? account
    : undefined;
}
