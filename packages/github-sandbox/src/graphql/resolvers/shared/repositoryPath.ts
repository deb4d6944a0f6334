import { accountById } from '../../../core/names/accountById';
import type { Repository } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';

/** `/acme/shop` */
export function repositoryPath(options: {
  repository: Repository;
  context: GraphqlContext;
}): string {
  const { repository, context } = options;
  const owner = accountById({
    sandbox: context.sandbox,
    id: repository.ownerId,
  });
  return `/${owner?.login ?? 'ghost'}/${repository.name}`;
}
