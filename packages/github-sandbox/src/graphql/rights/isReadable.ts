import { authorise } from '../../access';
import type { Repository } from '../../core/state';
import type { GraphqlContext } from '../GraphqlContext';

/** Whether the viewer may read this kind of thing in a repository: for lists over many, which leave out what may not be read. */
export function isReadable(options: {
  context: GraphqlContext;
  repository: Repository;
  /** GitHub's name: `issues`. */
  permission: string;
}): boolean {
  const { context, repository, permission } = options;
  const { sandbox, viewer } = context;
  return context.once(
    `readable:${permission}:${repository.id}`,
    () =>
      authorise({
        sandbox,
        viewer,
        access: { permission: { name: permission, level: 'read' } },
        repository,
        method: 'GET',
      }) === undefined,
  );
}
