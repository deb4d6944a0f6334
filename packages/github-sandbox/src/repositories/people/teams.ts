import { includesRole, organisationRoleOf } from '../../access';
import type { Organisation, RepositoryPermission } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { isTeamVisible } from '../../organisations/teams/isTeamVisible';
import { presentTeam } from '../../organisations/teams/present/presentTeam';

/** Teams with a role in the repository, as far as the viewer sees them. https://docs.github.com/rest/repos/repos#list-repository-teams */
export const teamsRoute: Route = {
  route: 'GET /repos/{owner}/{repo}/teams',
  on: 'repository',
  access: {
    permission: { name: 'administration', level: 'read' },
    role: 'pull',
  },
  handle(call) {
    const { sandbox, urls, repository, owner } = call;
    if (owner.kind !== 'organisation') return { body: [], total: 0 };
    const teams = sandbox.state.teams
      .by('organisation', owner.id)
      .filter(team =>
        isTeamVisible({
          ...call,
          organisation: owner,
          team,
          role: roleIn(call, owner),
        }),
      )
      .flatMap(team => {
        const granted = team.repositories.find(
          ({ repositoryId }) => repositoryId === repository.id,
        );
        return granted ? { team, role: granted.permission } : [];
      });
    const { rows, total } = paginate({ call, rows: teams });
    return {
      body: rows.map(({ team, role }) => {
        const has = (needed: RepositoryPermission) =>
          includesRole({ role, needed });
        return {
          ...presentTeam({ sandbox, urls, team }),
          permission: role,
          permissions: {
            pull: has('pull'),
            triage: has('triage'),
            push: has('push'),
            maintain: has('maintain'),
            admin: has('admin'),
          },
        };
      }),
      total,
    };
  },
};

/** The scope `repo`, or an App's permission for the repository, is enough here. */
function roleIn(
  { viewer }: RepositoryCall,
  organisation: Organisation,
): 'admin' | 'member' | 'app' | undefined {
  if (viewer.kind === 'installation') return 'app';
  return viewer.kind === 'user'
    ? organisationRoleOf({ user: viewer.user, organisation })
    : undefined;
}
