import { canSee } from '../../access';
import { findRepository } from '../../core/names/findRepository';
import type { GitRepository } from '../../git';
import { notFound } from '../../http/GitHubError';
import type { RepositoryCall } from '../../http/Route';
import { openGit } from '../openGit';

/**
 * One side of a comparison: `branch`, `owner:branch` (a fork) or `owner:repo:branch`. The commit of another repository is brought into this
 * one's objects. Throws 404 for what is not there or not visible.
 */
export async function resolveSide(options: {
  call: RepositoryCall;
  git: GitRepository;
  side: string;
}): Promise<string> {
  const { call, git, side } = options;
  const parts = side.split(':');
  const name = parts.at(-1)!;
  const other = parts.length === 1 ? undefined : otherRepository(call, parts);
  if (!other || other.id === call.repository.id) {
    const found = await git.resolve({ expression: name, type: 'commit' });
    if (!found) throw notFound();
    return found.sha;
  }
  const otherGit = await openGit({ ...call, repository: other });
  const found = await otherGit.resolve({ expression: name, type: 'commit' });
  if (
    !found ||
    !(await git.importFrom({ repository: otherGit, sha: found.sha }))
  ) {
    throw notFound();
  }
  return found.sha;
}

function otherRepository(call: RepositoryCall, parts: string[]) {
  const { sandbox, viewer, repository } = call;
  const owner = parts[0];
  const named = findRepository({
    sandbox,
    owner,
    name: parts.length > 2 ? parts[1] : repository.name,
  });
  const found =
    named.outcome === 'missing' ? forkOf(call, owner) : named.repository;
  if (!found || !canSee({ sandbox, viewer, repository: found })) {
    throw notFound();
  }
  return found;
}

/** A fork may have another name than what it was forked from. */
function forkOf({ sandbox, repository }: RepositoryCall, owner: string) {
  return sandbox.state.repositories
    .filter(({ parentId }) => parentId === repository.id)
    .find(({ ownerId }) => {
      const account =
        sandbox.state.users.get(ownerId) ??
        sandbox.state.organisations.get(ownerId);
      return account?.login.toLowerCase() === owner.toLowerCase();
    });
}
