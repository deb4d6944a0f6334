import type { Repository } from '../../../core/state';
import type { Commit } from '../../../git';
import type { GraphqlContext } from '../../GraphqlContext';
import { gitOf } from './gitOf';

/** A commit that is known to be there, read once in a query. */
export function commitOf(options: {
  repository: Repository;
  sha: string;
  context: GraphqlContext;
}): Promise<Commit> {
  const { repository, sha, context } = options;
  return context.once(`commit:${repository.id}:${sha}`, async () => {
    const git = await gitOf({ repository, context });
    const commit = await git.readCommit({ sha });
    if (!commit) throw new Error(`There is no commit ${sha}`);
    return commit;
  });
}
