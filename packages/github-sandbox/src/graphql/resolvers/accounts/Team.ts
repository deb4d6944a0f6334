import { nodeId } from '../../../core/nodeId';
import type { Team as TeamRecord } from '../../../core/state';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { isTeamVisible } from '../../rights/isTeamVisible';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import { repositoryConnection } from '../repositories/repositoryConnection';
import { repositoryRole } from '../repositories/repositoryRole';
import type { Resolvers } from '../Resolvers';
import { located } from '../shared/located';
import { childTeams } from './childTeams';
import { teamConnection } from './teamConnection';
import { teamMembers } from './teamMembers';

type TeamSource = Source<'team'>;

const page = (team: TeamRecord, context: GraphqlContext, rest = '') =>
  `/orgs/${organisationOf(team, context).login}/teams/${team.slug}${rest}`;

/** A page below the team's own: `xUrl` and `xResourcePath`. */
const below = (name: string, rest: string): Resolvers<TeamSource> => ({
  [`${name}Url`]: ({ team }, _args, context) =>
    `${context.urls.html}${page(team, context, rest)}`,
  [`${name}ResourcePath`]: ({ team }, _args, context) =>
    page(team, context, rest),
});

/** https://docs.github.com/graphql/reference/objects#team */
export const Team: Resolvers<TeamSource> = {
  ...located<TeamSource>(({ team }, context) => page(team, context)),
  ...below('editTeam', '/edit'),
  ...below('members', '/members'),
  ...below('repositories', '/repositories'),
  ...below('teams', '/teams'),
  ...below('discussions', '/discussions'),
  id: ({ team }) => nodeId({ type: 'Team', id: team.id }),
  databaseId: ({ team }) => team.id,
  slug: ({ team }) => team.slug,
  combinedSlug: ({ team }, _args, context) =>
    `${organisationOf(team, context).login}/${team.slug}`,
  name: ({ team }) => team.name,
  description: ({ team }) => team.description,
  avatarUrl: ({ team }, { size }, { urls }) =>
    `${urls.html}/avatars/t/${team.id}?s=${size}&v=4`,
  privacy: ({ team }) => (team.privacy === 'secret' ? 'SECRET' : 'VISIBLE'),
  notificationSetting: () => 'NOTIFICATIONS_ENABLED',
  createdAt: ({ team }) => team.createdAt,
  updatedAt: ({ team }) => team.updatedAt,
  organization: ({ team }, _args, context) =>
    source.account(organisationOf(team, context)),
  parentTeam({ team }, _args, context) {
    const parent = parentOf(team, context);
    return parent && isTeamVisible({ context, team: parent })
      ? source.team(parent)
      : null;
  },
  ancestors({ team }, args, context) {
    const rows: TeamRecord[] = [];
    for (
      let above = parentOf(team, context);
      above;
      above = parentOf(above, context)
    ) {
      rows.unshift(above);
    }
    return connection({ rows, args, key: row => row.id, node: source.team });
  },
  childTeams: ({ team }, args, context) =>
    teamConnection({
      teams: childTeams({
        team,
        immediateOnly: args.immediateOnly !== false,
        context,
      }).filter(child => isTeamVisible({ context, team: child })),
      args,
      context,
    }),
  members: ({ team }, args, context) =>
    connection({
      rows: sorted({
        rows: teamMembers({ team, args, context }),
        orderBy: args.orderBy,
        by: {
          LOGIN: ({ user }) => user.login.toLowerCase(),
          CREATED_AT: ({ user }) => user.createdAt,
        },
      }),
      args,
      key: ({ user }) => user.id,
      node: ({ user }) => source.account(user),
      edge: ({ user, role }) => {
        const path = page(team, context, `/members/${user.login}`);
        return {
          role: role.toUpperCase(),
          memberAccessUrl: `${context.urls.html}${path}`,
          memberAccessResourcePath: path,
        };
      },
    }),
  repositories({ team }, args, context) {
    const granted = new Map(
      team.repositories.map(({ repositoryId, permission }) => [
        repositoryId,
        permission,
      ]),
    );
    return repositoryConnection({
      repositories: [...granted.keys()]
        .flatMap(id => context.sandbox.state.repositories.get(id) ?? [])
        .filter(({ name }) =>
          name.toLowerCase().includes((args.query ?? '').toLowerCase()),
        ),
      args,
      context,
      edge: ({ id }) => ({ permission: repositoryRole(granted.get(id)!) }),
    });
  },
  viewerCanAdminister({ team }, _args, context) {
    const { viewer } = context;
    if (viewer.kind !== 'user') return false;
    const { id } = viewer.user;
    return (
      organisationOf(team, context).members.some(
        ({ userId, role }) => userId === id && role === 'admin',
      ) ||
      team.members.some(
        ({ userId, role }) => userId === id && role === 'maintainer',
      )
    );
  },
  viewerCanSubscribe: () => false,
  viewerSubscription: () => null,
  reviewRequestDelegationEnabled: () => false,
  reviewRequestDelegationAlgorithm: () => null,
  reviewRequestDelegationMemberCount: () => null,
  reviewRequestDelegationNotifyTeam: () => true,
};

function organisationOf(team: TeamRecord, context: GraphqlContext) {
  return context.sandbox.state.organisations.get(team.organisationId)!;
}

function parentOf(team: TeamRecord, context: GraphqlContext) {
  return team.parentId === null
    ? undefined
    : context.sandbox.state.teams.get(team.parentId);
}
