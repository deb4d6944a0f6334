import { actorOf, needsSignOn } from '../../../access';
import { GitHubError } from '../../../http/GitHubError';
import { paginate } from '../../../http/paginate';
import type { Route } from '../../../http/Route';
import { insiderRole } from '../../rights/insiderRole';
import { isTeamVisible } from '../isTeamVisible';
import { presentFullTeam } from '../present/presentFullTeam';
import { presentTeam } from '../present/presentTeam';

/** https://docs.github.com/rest/teams/teams#list-teams */
export const listTeams: Route = {
  route: 'GET /orgs/{org}/teams',
  on: 'organisation',
  access: { permission: { name: 'members', level: 'read' } },
  handle(call) {
    const { sandbox, organisation } = call;
    if (!insiderRole(call)) {
      throw new GitHubError({
        status: 403,
        message: 'Must be a member of the organization to see its teams.',
      });
    }
    const teams = sandbox.state.teams
      .by('organisation', organisation.id)
      .filter(team => isTeamVisible({ ...call, team }))
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const { rows, total } = paginate({ call, rows: teams });
    return { body: rows.map(team => presentTeam({ ...call, team })), total };
  },
};

/** https://docs.github.com/rest/teams/teams#list-teams-for-the-authenticated-user */
export const listMyTeams: Route = {
  route: 'GET /user/teams',
  on: 'anything',
  access: { as: 'user', scopes: ['user', 'repo', 'read:org'] },
  handle(call) {
    const { sandbox, viewer } = call;
    const { id } = actorOf(viewer);
    const teams = sandbox.state.teams.all().flatMap(team => {
      const organisation = sandbox.state.organisations.get(team.organisationId);
      const isIn = team.members.some(
        ({ userId, state }) => userId === id && state === 'active',
      );
      return organisation && isIn && !needsSignOn({ viewer, organisation })
        ? { team, organisation }
        : [];
    });
    const { rows, total } = paginate({ call, rows: teams });
    return {
      body: rows.map(row => presentFullTeam({ ...call, ...row })),
      total,
    };
  },
};
