import { canReach } from '../../access/canReach';
import type { Repository } from '../../core/state';
import type { GraphqlContext } from '../GraphqlContext';

/** Whether a repository exists for the viewer. Single sign-on is another matter: where that is missing, it is said (`samlProblem`). */
export function isVisible(options: {
  context: GraphqlContext;
  repository: Repository;
}): boolean {
  const { context, repository } = options;
  if (repository.visibility === 'public') return true;
  const { sandbox, viewer } = context;
  return context.once(`visible:${repository.id}`, () =>
    canReach({ sandbox, viewer, repository }),
  );
}
