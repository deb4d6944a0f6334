import type { Sandbox } from '../Sandbox';
import type { Account, Repository } from '../state';
import { accountById } from './accountById';
import { findAccount } from './findAccount';

export type FoundRepository =
  | { outcome: 'found'; repository: Repository; owner: Account }
  /** It has another name now. */
  | { outcome: 'moved'; repository: Repository; owner: Account }
  | { outcome: 'missing' };

/** Finds `owner/name`, also under a name that it had before. Whether the viewer may see it is not asked here. */
export function findRepository(options: {
  sandbox: Sandbox;
  owner: string;
  name: string;
}): FoundRepository {
  const { sandbox, name } = options;
  const owner = findAccount({ sandbox, login: options.owner });
  const repository =
    owner &&
    sandbox.state.repositories.first(
      'name',
      `${owner.id}/${name.toLowerCase()}`,
    );
  if (owner && repository) return { outcome: 'found', repository, owner };

  const before = `${options.owner}/${name}`.toLowerCase();
  const moved = sandbox.state.repositories
    .all()
    .find(({ previousNames }) => previousNames.includes(before));
  const newOwner = moved && accountById({ sandbox, id: moved.ownerId });
  return moved && newOwner
    ? { outcome: 'moved', repository: moved, owner: newOwner }
    : { outcome: 'missing' };
}
