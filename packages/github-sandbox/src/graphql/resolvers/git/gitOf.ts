import type { Repository } from '../../../core/state';
import type { GitRepository } from '../../../git';
import { openGit } from '../../../repositories/openGit';
import type { GraphqlContext } from '../../GraphqlContext';

/** The git repository behind a repository, opened once in a query. */
export function gitOf(options: {
  repository: Repository;
  context: GraphqlContext;
}): Promise<GitRepository> {
  const { repository, context } = options;
  return context.once(`git:${repository.id}`, () =>
    openGit({ sandbox: context.sandbox, repository }),
  );
}
