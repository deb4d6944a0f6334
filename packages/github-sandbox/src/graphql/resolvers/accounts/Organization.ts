import type { Organisation } from '../../../core/state';
import { connection } from '../../connections/connection';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { demandScopes } from '../../rights/demandScopes';
import { isTeamVisible } from '../../rights/isTeamVisible';
import { membershipOf } from '../../rights/membershipOf';
import { source } from '../../sources/source';
import { repositoryConnection } from '../repositories/repositoryConnection';
import type { Resolvers } from '../Resolvers';
import { plainHtml } from '../shared/plainHtml';
import { ownerFields } from './accountFields';
import { membersOf } from './membersOf';
import { teamConnection } from './teamConnection';

interface OrganizationSource {
  account: Organisation;
}

const MEMBERS = {
  permission: { name: 'members', level: 'read' },
} as const;

/** https://docs.github.com/graphql/reference/objects#organization */
export const Organization: Resolvers<OrganizationSource> = {
  ...(ownerFields as Resolvers<OrganizationSource>),
  description: ({ account }) => account.description,
  descriptionHTML: ({ account }) => plainHtml(account.description),
  email: ({ account }) => account.email,
  isVerified: () => false,
  archivedAt: () => null,
  organizationBillingEmail: ({ account }, _args, context) =>
    roleIn(account, context) === 'admin' ? account.email : null,
  requiresTwoFactorAuthentication: ({ account }, _args, context) =>
    roleIn(account, context) === 'admin' ? false : null,
  webCommitSignoffRequired: () => false,
  membersCanForkPrivateRepositories: () => false,
  newTeamUrl: ({ account }, _args, { urls }) =>
    `${urls.html}/orgs/${account.login}/new-team`,
  newTeamResourcePath: ({ account }) => `/orgs/${account.login}/new-team`,
  teamsUrl: ({ account }, _args, { urls }) =>
    `${urls.html}/orgs/${account.login}/teams`,
  teamsResourcePath: ({ account }) => `/orgs/${account.login}/teams`,
  viewerIsAMember: ({ account }, _args, context) =>
    ['admin', 'member'].includes(roleIn(account, context) ?? ''),
  viewerCanAdminister: ({ account }, _args, context) =>
    roleIn(account, context) === 'admin',
  viewerCanCreateRepositories: ({ account }, _args, context) =>
    roleIn(account, context) === 'admin' ||
    (roleIn(account, context) === 'member' &&
      account.membersCanCreateRepositories),
  viewerCanCreateTeams: ({ account }, _args, context) =>
    ['admin', 'member'].includes(roleIn(account, context) ?? ''),
  viewerIsFollowing: () => false,
  membersWithRole({ account }, args, context, info) {
    demandScopes({ context, info, scopes: ['read:org'] });
    demandPermission({ context, access: MEMBERS, organisation: account });
    const isOwner = roleIn(account, context) === 'admin';
    return connection({
      rows: membersOf({ organisation: account, context }),
      args,
      key: ({ user }) => user.id,
      node: ({ user }) => source.account(user),
      edge: ({ user, role }) => ({
        role: role.toUpperCase(),
        hasTwoFactorEnabled: isOwner ? user.twoFactor : null,
      }),
    });
  },
  pendingMembers({ account }, args, context, info) {
    demandScopes({ context, info, scopes: ['read:org'] });
    demandPermission({
      context,
      access: { ...MEMBERS, organisation: 'admin' },
      organisation: account,
    });
    return connection({
      rows: account.members
        .filter(({ state }) => state === 'pending')
        .flatMap(({ userId }) => context.sandbox.state.users.get(userId) ?? []),
      args,
      key: user => user.id,
      node: source.account,
    });
  },
  team({ account }, { slug }, context, info) {
    demandScopes({ context, info, scopes: ['read:org', 'read:discussion'] });
    demandPermission({ context, access: MEMBERS, organisation: account });
    const team = teamsOf(account, context).find(
      candidate => candidate.slug === slug.toLowerCase(),
    );
    return team ? source.team(team) : null;
  },
  teams({ account }, args, context, info) {
    demandScopes({ context, info, scopes: ['read:org', 'read:discussion'] });
    demandPermission({ context, access: MEMBERS, organisation: account });
    return teamConnection({ teams: teamsOf(account, context), args, context });
  },
  repositories: ({ account }, args, context) =>
    repositoryConnection({
      repositories: context.sandbox.state.repositories.by('owner', account.id),
      args,
      context,
    }),
  samlIdentityProvider({ account }, _args, context, info) {
    demandScopes({ context, info, scopes: ['admin:org', 'read:org'] });
    demandPermission({
      context,
      access: { ...MEMBERS, organisation: 'admin' },
      organisation: account,
    });
    return account.samlEnforced ? source.identityProvider(account) : null;
  },
};

function roleIn(organisation: Organisation, context: GraphqlContext) {
  return membershipOf({ context, organisation });
}

function teamsOf(organisation: Organisation, context: GraphqlContext) {
  return context.sandbox.state.teams
    .by('organisation', organisation.id)
    .filter(team => isTeamVisible({ context, team }));
}
