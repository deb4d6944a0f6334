import type { Repository } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { source } from '../../sources/source';

/** The repository of a record, which is there as long as the record is. */
export function repositoryById(options: {
  id: number;
  context: GraphqlContext;
}): Repository {
  const { id, context } = options;
  const repository = context.sandbox.state.repositories.get(id);
  if (!repository) throw new Error(`Repository ${id} is gone`);
  return repository;
}

/** The same as a parent for resolvers. */
export function repositoryOf(options: { id: number; context: GraphqlContext }) {
  const { id, context } = options;
  return source.repository(repositoryById({ id, context }));
}
