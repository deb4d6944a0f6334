import type { Organisation } from '../../core/state';
import type { GraphqlContext } from '../GraphqlContext';

/**
 * What the viewer is in an organisation. An App that is installed there sees as much as a member, and what only owners see where its
 * permissions say so.
 */
export function membershipOf(options: {
  context: GraphqlContext;
  organisation: Organisation;
}): 'admin' | 'member' | 'installation' | undefined {
  const { context, organisation } = options;
  const { viewer } = context;
  if (viewer.kind === 'installation') {
    return viewer.installation.accountId === organisation.id
      ? 'installation'
      : undefined;
  }
  return organisation.members.find(
    ({ userId, state }) => userId === viewer.user.id && state === 'active',
  )?.role;
}
