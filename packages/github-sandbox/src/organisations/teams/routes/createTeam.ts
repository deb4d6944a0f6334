import { actorOf, canSee } from '../../../access';
import { newTeam } from '../../../core/records/newTeam';
import { findRepository } from '../../../core/names/findRepository';
import type { Team } from '../../../core/state';
import { GitHubError } from '../../../http/GitHubError';
import type { OrganisationCall, Route } from '../../../http/Route';
import { notSupplied } from '../../../http/invalidRequest';
import { insiderRole } from '../../rights/insiderRole';
import { readTeam } from '../changes/readTeam';
import { setTeamMember } from '../changes/teamMembers';
import { teamProblem } from '../changes/teamProblem';
import { setTeamRepository } from '../changes/teamRepositories';
import { presentFullTeam } from '../present/presentFullTeam';
import { readTextList } from '../../../http/body/readTextList';

/** A person who creates a team maintains it. https://docs.github.com/rest/teams/teams#create-a-team */
export const createTeam: Route = {
  route: 'POST /orgs/{org}/teams',
  on: 'organisation',
  access: { permission: { name: 'members', level: 'write' } },
  handle(call) {
    const { sandbox, organisation, body, viewer } = call;
    assertMayCreate(call);
    if (typeof body.name !== 'string') throw notSupplied('name');
    const values = readTeam(call);
    const sender = actorOf(viewer);
    const repositories = namedRepositories(call);
    const team = newTeam({
      sandbox,
      organisation,
      name: body.name,
      values: {
        privacy: values.parentId ? 'closed' : 'secret',
        ...values,
      },
    });
    sandbox.events.emit({
      name: 'team',
      action: 'created',
      organisation,
      team,
      sender,
    });
    addMaintainers(call, team);
    for (const repository of repositories) {
      setTeamRepository({
        ...call,
        team,
        repository,
        permission: team.permission ?? 'pull',
        sender,
      });
    }
    return { status: 201, body: presentFullTeam({ ...call, team }) };
  },
};

function assertMayCreate(call: OrganisationCall) {
  const role = insiderRole(call);
  const members = call.organisation.settings?.members_can_create_teams;
  if (!role || (role === 'member' && members === false)) {
    throw new GitHubError({
      status: 403,
      message: 'You do not have permission to create teams.',
    });
  }
}

function addMaintainers(call: OrganisationCall, team: Team) {
  const { sandbox, organisation, body, viewer } = call;
  const sender = actorOf(viewer);
  const logins = readTextList({ body, field: 'maintainers' }) ?? [];
  const named = logins.flatMap(
    login => sandbox.state.users.first('login', login.toLowerCase()) ?? [],
  );
  const people = viewer.kind === 'user' ? [viewer.user, ...named] : named;
  for (const user of new Set(people)) {
    const isMember = organisation.members.some(
      ({ userId }) => userId === user.id,
    );
    if (isMember) {
      setTeamMember({ ...call, team, user, role: 'maintainer', sender });
    }
  }
}

function namedRepositories(call: OrganisationCall) {
  const { sandbox, organisation, viewer, body } = call;
  const names = readTextList({ body, field: 'repo_names' }) ?? [];
  return names.map(fullName => {
    const [owner, name] = fullName.split('/');
    const found = findRepository({ sandbox, owner, name: name ?? '' });
    if (
      found.outcome !== 'found' ||
      found.owner.id !== organisation.id ||
      !canSee({ sandbox, viewer, repository: found.repository })
    ) {
      throw teamProblem({ field: 'repo_names' });
    }
    return found.repository;
  });
}
