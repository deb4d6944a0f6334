import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';

const BY_ID = /^((?:\/api\/v3)?)\/repositories\/(\d+)(\/.*)?$/;

/**
 * GitHub knows every route of a repository by the repository's number as well, and redirects to it after a rename:
 * `/repositories/12/branches` is `/repos/acme/shop/branches`. Returns the path by name, or the path as it is.
 */
export function pathOfRepositoryId(options: {
  sandbox: Sandbox;
  path: string;
}): string {
  const { sandbox, path } = options;
  const [, prefix, id, rest = ''] = BY_ID.exec(path) ?? [];
  const repository = id && sandbox.state.repositories.get(Number(id));
  const owner = repository && accountById({ sandbox, id: repository.ownerId });
  return owner
    ? `${prefix}/repos/${owner.login}/${repository.name}${rest}`
    : path;
}
