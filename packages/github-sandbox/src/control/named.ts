import { findAccount } from '../core/names/findAccount';
import { findRepository } from '../core/names/findRepository';
import type { Sandbox } from '../core/Sandbox';
import type { Organisation, Repository, User } from '../core/state';
import { ControlError } from './ControlError';

/** The repository `owner/name`; throws 404 where there is none. */
export function repositoryNamed(options: {
  sandbox: Sandbox;
  fullName: string;
}): Repository {
  const { sandbox, fullName } = options;
  const [owner, name = ''] = fullName.split('/');
  const found = findRepository({ sandbox, owner, name });
  if (found.outcome === 'found') return found.repository;
  throw missing(`repository ${JSON.stringify(fullName)}`);
}

/** The person with this login; throws 404 where there is none. */
export function personNamed(options: {
  sandbox: Sandbox;
  login: string;
}): User {
  const account = findAccount(options);
  if (account?.kind === 'user') return account;
  throw missing(`person ${JSON.stringify(options.login)}`);
}

/** The organisation with this login; throws 404 where there is none. */
export function organisationNamed(options: {
  sandbox: Sandbox;
  login: string;
}): Organisation {
  const account = findAccount(options);
  if (account?.kind === 'organisation') return account;
  throw missing(`organisation ${JSON.stringify(options.login)}`);
}

function missing(what: string) {
  return new ControlError({ status: 404, message: `There is no ${what}` });
}
