import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Team } from '../../core/state';
import { insiderRole } from '../rights/insiderRole';

/**
 * Members see closed teams and the secret ones that they are in; owners and Apps see all. Others see none. `role` is as what the viewer
 * is seen, where neither the scope `read:org` nor the permission `members` is asked for.
 */
export function isTeamVisible(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  organisation: Organisation;
  team: Team;
  role?: ReturnType<typeof insiderRole>;
}): boolean {
  const { viewer, team } = options;
  const role = 'role' in options ? options.role : insiderRole(options);
  if (role !== 'member') return role !== undefined;
  return (
    team.privacy === 'closed' ||
    (viewer.kind === 'user' &&
      team.members.some(({ userId }) => userId === viewer.user.id))
  );
}
