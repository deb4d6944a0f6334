import { actorOf } from '../../../access';
import { notFound } from '../../../http/GitHubError';
import type { Route } from '../../../http/Route';
import { personNamed } from '../../personNamed';
import { removeTeamMember, setTeamMember } from '../changes/teamMembers';
import { membersOfTeam } from '../membersOfTeam';
import { assertMayLead } from './assertMayLead';
import { teamRoutes } from './teamRoute';

const path = '/members/{username}';

/** What memberships were before they had roles; only by number. https://docs.github.com/rest/teams/members#get-team-member-legacy */
export const legacyMemberRoutes: Route[] = [
  ...teamRoutes({
    method: 'GET',
    path,
    level: 'read',
    handle(call) {
      const { id } = personNamed({ ...call, login: call.params.username });
      if (!membersOfTeam(call).some(({ user }) => user.id === id)) {
        throw notFound();
      }
      return { status: 204 };
    },
  }),
  ...teamRoutes({
    method: 'PUT',
    path,
    level: 'write',
    handle(call) {
      assertMayLead(call);
      const user = personNamed({ ...call, login: call.params.username });
      const sender = actorOf(call.viewer);
      setTeamMember({ ...call, user, role: 'member', sender });
      return { status: 204 };
    },
  }),
  ...teamRoutes({
    method: 'DELETE',
    path,
    level: 'write',
    handle(call) {
      assertMayLead(call);
      const user = personNamed({ ...call, login: call.params.username });
      removeTeamMember({ ...call, user, sender: actorOf(call.viewer) });
      return { status: 204 };
    },
  }),
].filter(({ route }) => route.includes(' /teams/'));
