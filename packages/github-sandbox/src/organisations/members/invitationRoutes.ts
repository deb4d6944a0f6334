import { actorOf } from '../../access';
import { notFound, validationFailed } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { assertOwner } from '../rights/assertOwner';
import { setTeamMember } from '../teams/changes/teamMembers';
import { presentInvitation } from './presentInvitation';
import { removeMember } from './removeMember';
import { setMembership } from './setMembership';

const access = (level: 'read' | 'write') => ({
  permission: { name: 'members', level },
  organisation: 'member' as const,
});

/** Invitations are members that are pending. https://docs.github.com/rest/orgs/members#list-pending-organization-invitations */
export const invitationRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/invitations',
    on: 'organisation',
    access: access('read'),
    handle(call) {
      assertOwner(call);
      const { rows, total } = paginate({
        call,
        rows: call.organisation.members.filter(
          ({ state }) => state === 'pending',
        ),
      });
      return {
        body: rows.map(member => presentInvitation({ call, member })),
        total,
      };
    },
  },
  {
    route: 'GET /orgs/{org}/failed_invitations',
    on: 'organisation',
    access: access('read'),
    handle(call) {
      assertOwner(call);
      return { body: [], total: 0 };
    },
  },
  {
    route: 'POST /orgs/{org}/invitations',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { body, sandbox, organisation } = call;
      assertOwner(call);
      const user =
        sandbox.state.users.get(Number(body.invitee_id)) ??
        sandbox.state.users
          .all()
          .find(({ email }) => email && email === body.email);
      const isIn = organisation.members.some(
        ({ userId }) => userId === user?.id,
      );
      if (!user || isIn) {
        throw validationFailed({
          errors: [
            {
              resource: 'OrganizationInvitation',
              field: body.email ? 'email' : 'invitee_id',
              code: isIn ? 'unprocessable' : 'missing',
              message: isIn
                ? 'Invitee is already a part of this organization'
                : 'Nobody has this number or address',
            },
          ],
        });
      }
      const sender = actorOf(call.viewer);
      const role = body.role === 'admin' ? 'admin' : 'member';
      const member = setMembership({ ...call, user, role, sender });
      for (const id of [body.team_ids ?? []].flat()) {
        const team = sandbox.state.teams.get(Number(id));
        if (team?.organisationId === organisation.id) {
          setTeamMember({ ...call, team, user, role: 'member', sender });
        }
      }
      return { status: 201, body: presentInvitation({ call, member }) };
    },
  },
  {
    route: 'DELETE /orgs/{org}/invitations/{invitation_id}',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      assertOwner(call);
      const member = call.organisation.members.find(
        ({ userId, state }) =>
          state === 'pending' && String(userId) === call.params.invitation_id,
      );
      if (!member) throw notFound();
      removeMember({ ...call, member, sender: actorOf(call.viewer) });
      return { status: 204 };
    },
  },
];
