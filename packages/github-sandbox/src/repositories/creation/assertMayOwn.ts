import type { Viewer } from '../../access';
import type { Account } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';

/** Throws unless the viewer may put a repository under this account: their own, or an organisation that lets them. */
export function assertMayOwn(options: {
  viewer: Viewer;
  owner: Account;
}): void {
  const { viewer, owner } = options;
  if (viewer.kind === 'installation') {
    if (viewer.installation.accountId === owner.id) return;
    throw new GitHubError({
      status: 403,
      message: 'Resource not accessible by integration',
    });
  }
  if (viewer.kind !== 'user') throw notFound();
  if (owner.id === viewer.user.id) return;
  const member =
    owner.kind === 'organisation'
      ? owner.members.find(({ userId }) => userId === viewer.user.id)
      : undefined;
  if (!member || owner.kind !== 'organisation') throw notFound();
  if (member.role !== 'admin' && !owner.membersCanCreateRepositories) {
    throw new GitHubError({
      status: 403,
      message:
        'You need admin access to the organization before adding a repository to it.',
    });
  }
}
