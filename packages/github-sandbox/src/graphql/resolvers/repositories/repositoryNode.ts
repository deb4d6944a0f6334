import type { Repository } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { samlProblem } from '../../rights/samlProblem';
import { source } from '../../sources/source';

/** A repository in a list: itself, or why the token may not see it. */
export function repositoryNode(options: {
  repository: Repository;
  context: GraphqlContext;
}) {
  const { repository, context } = options;
  const organisation = context.sandbox.state.organisations.get(
    repository.ownerId,
  );
  return (
    samlProblem({ context, organisation }) ?? source.repository(repository)
  );
}
