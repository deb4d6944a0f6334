import type { Sandbox } from '../../core/Sandbox';
import type { Account } from '../../core/state';
import { creationFailed } from './creationFailed';
import { repositoryName } from './repositoryName';

/** Checks the name of a new repository, and that its owner has none of that name. Throws GitHub's 422; returns the name as it will be. */
export function freeName(options: {
  sandbox: Sandbox;
  owner: Account;
  name: unknown;
}): string {
  const { sandbox, owner, name } = options;
  if (typeof name !== 'string' || name.trim() === '') {
    throw creationFailed({
      field: 'name',
      code: 'missing_field',
      message: 'name is missing',
    });
  }
  if (name.length > 100) {
    throw creationFailed({
      field: 'name',
      message: 'name is too long (maximum is 100 characters)',
    });
  }
  const made = repositoryName(name.trim());
  if (/^\.{1,2}$/.test(made) || made === '') {
    throw creationFailed({ field: 'name', message: 'name is reserved' });
  }
  const key = `${owner.id}/${made.toLowerCase()}`;
  if (sandbox.state.repositories.first('name', key)) {
    throw creationFailed({
      field: 'name',
      message: 'name already exists on this account',
    });
  }
  return made;
}
