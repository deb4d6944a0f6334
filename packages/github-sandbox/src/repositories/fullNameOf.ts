import { accountById } from '../core/names/accountById';
import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';

/** `owner/name`. */
export function fullNameOf(options: {
  sandbox: Sandbox;
  repository: Repository;
}): string {
  const { sandbox, repository } = options;
  const owner = accountById({ sandbox, id: repository.ownerId });
  return `${owner?.login}/${repository.name}`;
}
