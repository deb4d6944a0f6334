import type { Repository } from '../../core/state';
import type { RepositoryFacts } from './RepositoryFacts';

const facts = new WeakMap<Repository, RepositoryFacts>();

/** The facts that were worked out last, if any. Presenters read them, since they do not wait for git. */
export function knownFacts(
  repository: Repository,
): RepositoryFacts | undefined {
  return facts.get(repository);
}

/** Keeps facts for presenters. */
export function keepFacts(options: {
  repository: Repository;
  found: RepositoryFacts;
}): void {
  facts.set(options.repository, options.found);
}
