import type { Repository } from '../../core/state';
import type { GraphqlContext } from '../GraphqlContext';
import { demandPermission } from './demandPermission';

/** Throws unless the viewer may read what is in a repository. */
export function demandContents(options: {
  repository: Repository;
  context: GraphqlContext;
}): void {
  demandPermission({
    ...options,
    access: { permission: { name: 'contents', level: 'read' } },
  });
}
