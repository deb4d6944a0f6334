import { findAccount } from '../../core/names/findAccount';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { networkOf } from './networkOf';

export type ResolvedHead =
  | { outcome: 'found'; repository: Repository; branch: string }
  | { outcome: 'missing' };

/**
 * Reads `branch`, `owner:branch` or `owner:repository:branch`. An owner's repository is the one of the same fork network. Whether the
 * branch is there is not asked here. https://docs.github.com/rest/pulls/pulls#create-a-pull-request
 */
export function resolveHead(options: {
  sandbox: Sandbox;
  /** The repository that the pull request is opened in. */
  repository: Repository;
  head: string;
  /** `head_repo`: the name of the repository, where an owner has several of the network. */
  name?: string;
}): ResolvedHead {
  const { sandbox, repository, head } = options;
  // A branch cannot have a colon in its name.
  const parts = head.split(':');
  const branch = parts.at(-1)!;
  const name = (parts.length === 3 ? parts[1] : options.name)?.toLowerCase();
  const ownerId =
    parts.length === 1
      ? repository.ownerId
      : findAccount({ sandbox, login: parts[0] })?.id;
  const candidates = networkOf({ sandbox, repository }).filter(
    candidate =>
      candidate.ownerId === ownerId &&
      (name === undefined || candidate.name.toLowerCase() === name),
  );
  const found =
    candidates.find(candidate => candidate === repository) ?? candidates[0];
  return found
    ? { outcome: 'found', repository: found, branch }
    : { outcome: 'missing' };
}
