import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Account, Repository } from '../../core/state';
import { repositoryName } from '../creation/repositoryName';
import { validationFailed } from '../../http/GitHubError';
import { fullNameOf } from '../fullNameOf';

/**
 * Gives a repository another name or owner. Its old name leads here from now on, until something else takes it. Throws 422 where the new name
 * is taken.
 */
export function renameRepository(options: {
  sandbox: Sandbox;
  repository: Repository;
  owner: Account;
  name: string;
}): void {
  const { sandbox, repository, owner } = options;
  const name = repositoryName(options.name);
  const taken = sandbox.state.repositories.first(
    'name',
    `${owner.id}/${name.toLowerCase()}`,
  );
  if (taken && taken !== repository) {
    throw validationFailed({
      errors: [
        {
          resource: 'Repository',
          field: 'name',
          code: 'custom',
          message: 'name already exists on this account',
        },
      ],
    });
  }
  const before = fullNameOf({ sandbox, repository }).toLowerCase();
  repository.ownerId = owner.id;
  repository.name = name;
  const now = `${accountById({ sandbox, id: owner.id })?.login}/${name}`;
  repository.previousNames = [
    ...new Set([...repository.previousNames, before]),
  ].filter(previous => previous !== now.toLowerCase());
  sandbox.state.repositories.touch(repository);
}
