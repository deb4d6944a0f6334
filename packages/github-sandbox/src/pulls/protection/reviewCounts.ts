import { includesRole, roleOf } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/** Whether a person's verdict counts: reviewers need write access. An App's bot never counts. */
export function reviewCounts(options: {
  sandbox: Sandbox;
  repository: Repository;
  userId: number;
}): boolean {
  const { sandbox, repository, userId } = options;
  const user = sandbox.state.users.get(userId);
  return (
    user?.type === 'User' &&
    includesRole({
      role: roleOf({ sandbox, user, repository }),
      needed: 'push',
    })
  );
}
