import { actorOf } from '../../../access';
import { paginate } from '../../../http/paginate';
import type { Route } from '../../../http/Route';
import { presentInvitation } from '../../members/presentInvitation';
import { deleteTeam } from '../changes/deleteTeam';
import { updateTeam } from '../changes/updateTeam';
import { isTeamVisible } from '../isTeamVisible';
import { childTeams } from '../membersOfTeam';
import { presentFullTeam } from '../present/presentFullTeam';
import { presentTeam } from '../present/presentTeam';
import { assertMayLead } from './assertMayLead';
import { teamRoutes } from './teamRoute';

/** https://docs.github.com/rest/teams/teams */
export const oneTeamRoutes: Route[] = [
  ...teamRoutes({
    method: 'GET',
    level: 'read',
    handle: call => ({ body: presentFullTeam(call) }),
  }),
  ...teamRoutes({
    method: 'PATCH',
    level: 'write',
    handle(call) {
      assertMayLead(call);
      updateTeam({ ...call, sender: actorOf(call.viewer) });
      return { body: presentFullTeam(call) };
    },
  }),
  ...teamRoutes({
    method: 'DELETE',
    level: 'write',
    handle(call) {
      assertMayLead(call);
      deleteTeam({ ...call, sender: actorOf(call.viewer) });
      return { status: 204 };
    },
  }),
  ...teamRoutes({
    method: 'GET',
    path: '/teams',
    level: 'read',
    handle(call) {
      const { rows, total } = paginate({
        call,
        rows: childTeams(call).filter(team => isTeamVisible({ ...call, team })),
      });
      return { body: rows.map(team => presentTeam({ ...call, team })), total };
    },
  }),
  ...teamRoutes({
    method: 'GET',
    path: '/invitations',
    level: 'read',
    handle(call) {
      const { organisation, team } = call;
      const pending = organisation.members.filter(
        ({ userId, state }) =>
          state === 'pending' &&
          team.members.some(member => member.userId === userId),
      );
      const { rows, total } = paginate({ call, rows: pending });
      return {
        body: rows.map(member => presentInvitation({ call, member })),
        total,
      };
    },
  }),
];
