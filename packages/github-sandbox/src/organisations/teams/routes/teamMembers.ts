import { actorOf } from '../../../access';
import type { TeamMember, User } from '../../../core/state';
import { GitHubError, notFound } from '../../../http/GitHubError';
import { paginate } from '../../../http/paginate';
import type { Route } from '../../../http/Route';
import { personNamed } from '../../personNamed';
import { presentAccount } from '../../presentAccount';
import { readChoice } from '../../../http/body/readChoice';
import { removeTeamMember, setTeamMember } from '../changes/teamMembers';
import { membersOfTeam } from '../membersOfTeam';
import { assertMayLead } from './assertMayLead';
import { type TeamCall, teamRoutes } from './teamRoute';

/** https://docs.github.com/rest/teams/members */
export const teamMemberRoutes: Route[] = [
  ...teamRoutes({
    method: 'GET',
    path: '/members',
    level: 'read',
    handle(call) {
      const { organisation, query, urls } = call;
      const wanted = query.get('role') ?? 'all';
      const members = membersOfTeam(call).filter(({ user, role }) => {
        const isOwner = organisation.members.some(
          member => member.userId === user.id && member.role === 'admin',
        );
        // Owners of the organisation maintain every team that they are in.
        return wanted === 'all' || wanted === (isOwner ? 'maintainer' : role);
      });
      const { rows, total } = paginate({ call, rows: members });
      return {
        body: rows.map(({ user }) => presentAccount({ urls, account: user })),
        total,
      };
    },
  }),
  ...teamRoutes({
    method: 'GET',
    path: '/memberships/{username}',
    level: 'read',
    handle(call) {
      const user = personNamed({ ...call, login: call.params.username });
      const direct = call.team.members.find(({ userId }) => userId === user.id);
      const inherited = membersOfTeam(call).find(
        member => member.user.id === user.id,
      );
      const role = direct?.role ?? inherited?.role;
      if (!role) throw notFound();
      return {
        body: present(call, user, { role, state: direct?.state ?? 'active' }),
      };
    },
  }),
  ...teamRoutes({
    method: 'PUT',
    path: '/memberships/{username}',
    level: 'write',
    handle(call) {
      const { body, organisation, viewer } = call;
      assertMayLead(call);
      const user = personNamed({ ...call, login: call.params.username });
      const role =
        readChoice({
          body,
          field: 'role',
          words: ['member', 'maintainer'],
          resource: 'TeamMember',
        }) ?? 'member';
      const isOutside = !organisation.members.some(
        ({ userId }) => userId === user.id,
      );
      if (isOutside && user.type === 'Bot') {
        throw new GitHubError({
          status: 422,
          message: 'Cannot add an organization or a bot as a member.',
        });
      }
      const member = setTeamMember({
        ...call,
        user,
        role,
        sender: actorOf(viewer),
      });
      return { body: present(call, user, member) };
    },
  }),
  ...teamRoutes({
    method: 'DELETE',
    path: '/memberships/{username}',
    level: 'write',
    handle(call) {
      const { viewer, team } = call;
      const user = personNamed({ ...call, login: call.params.username });
      if (!team.members.some(({ userId }) => userId === user.id)) {
        throw notFound();
      }
      // People may leave.
      if (viewer.kind !== 'user' || viewer.user.id !== user.id) {
        assertMayLead(call);
      }
      removeTeamMember({ ...call, user, sender: actorOf(viewer) });
      return { status: 204 };
    },
  }),
];

/** GitHub's `team-membership`. */
function present(
  { urls, team }: TeamCall,
  user: User,
  { role, state }: Pick<TeamMember, 'role' | 'state'>,
) {
  return {
    url: `${urls.api}/organizations/${team.organisationId}/team/${team.id}/memberships/${user.login}`,
    role,
    state,
  };
}
