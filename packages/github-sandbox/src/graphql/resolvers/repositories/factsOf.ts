import type { Repository } from '../../../core/state';
import { knownFacts } from '../../../repositories/facts/knownFacts';
import { refreshFacts } from '../../../repositories/facts/refreshFacts';
import type { RepositoryFacts } from '../../../repositories/facts/RepositoryFacts';
import type { GraphqlContext } from '../../GraphqlContext';

/** What follows from the content of the default branch; undefined for an empty repository. */
export function factsOf(options: {
  repository: Repository;
  context: GraphqlContext;
}): Promise<RepositoryFacts | undefined> {
  const { repository, context } = options;
  return context.once(`facts:${repository.id}`, async () => {
    await refreshFacts({
      sandbox: context.sandbox,
      repositories: [repository],
    });
    return knownFacts(repository);
  });
}
