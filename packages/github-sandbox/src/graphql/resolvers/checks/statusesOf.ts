import { latestStatuses } from '../../../checks/latestStatuses';
import type { CommitStatus, Repository } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';

/** The latest statuses of a commit. */
export function statusesOf(options: {
  repository: Repository;
  sha: string;
  context: GraphqlContext;
}): CommitStatus[] {
  const { repository, sha, context } = options;
  demandPermission({
    context,
    access: { permission: { name: 'statuses', level: 'read' } },
    repository,
  });
  return latestStatuses({ sandbox: context.sandbox, repository, sha });
}
