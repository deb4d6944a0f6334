import { roleOf } from '../../../access';
import type { Repository, User as UserRecord } from '../../../core/state';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandScopes } from '../../rights/demandScopes';
import { samlProblem } from '../../rights/samlProblem';
import { source } from '../../sources/source';
import { authoredConnection } from '../conversations/authoredConnection';
import { repositoryConnection } from '../repositories/repositoryConnection';
import type { Resolvers } from '../Resolvers';
import { plainHtml } from '../shared/plainHtml';
import { ownerFields } from './accountFields';
import { organisationByLogin } from './organisationByLogin';
import { verifiedDomainEmails } from './verifiedDomainEmails';
import { visibleOrganisations } from './visibleOrganisations';

interface UserSource {
  account: UserRecord;
}

/** https://docs.github.com/graphql/reference/objects#user */
export const User: Resolvers<UserSource> = {
  ...(ownerFields as Resolvers<UserSource>),
  bio: ({ account }) => account.bio,
  bioHTML: ({ account }) => plainHtml(account.bio),
  company: ({ account }) => account.company,
  companyHTML: ({ account }) => plainHtml(account.company),
  email({ account }, _args, context, info) {
    demandScopes({ context, info, scopes: ['user:email', 'read:user'] });
    return account.email ?? '';
  },
  isSiteAdmin: ({ account }) => account.siteAdmin,
  isEmployee: () => false,
  isHireable: () => false,
  isViewer: ({ account }, _args, context) => isViewer(account, context),
  pronouns: () => null,
  status: () => null,
  // Only in the layout of an Enterprise Server.
  suspendedAt: ({ account }) => account.suspendedAt,
  organizationVerifiedDomainEmails: ({ account }, { login }, context) =>
    verifiedDomainEmails({ user: account, login, context }),
  organizations: ({ account }, args, context) =>
    connection({
      rows: sorted({
        rows: visibleOrganisations({ user: account, context }),
        orderBy: args.orderBy,
        by: {
          LOGIN: row => row.login.toLowerCase(),
          CREATED_AT: row => row.createdAt,
        },
      }),
      args,
      key: row => row.id,
      node: organisation =>
        samlProblem({ context, organisation }) ?? source.account(organisation),
    }),
  organization: ({ account }, { login }, context) => {
    const found = organisationByLogin({ login, context });
    return visibleOrganisations({ user: account, context }).includes(
      found.account,
    )
      ? found
      : null;
  },
  repositories: ({ account }, args, context) =>
    repositoryConnection({
      repositories: context.sandbox.state.repositories.filter(repository =>
        (args.ownerAffiliations ?? args.affiliations ?? ['OWNER']).some(
          (affiliation: string) =>
            isAffiliated({ account, repository, affiliation, context }),
        ),
      ),
      args,
      context,
    }),
  topRepositories: ({ account }, args, context) =>
    repositoryConnection({
      repositories: context.sandbox.state.repositories.by('owner', account.id),
      args,
      context,
    }),
  starredRepositories: ({ account }, args, context) =>
    repositoryConnection({
      repositories: account.starred.flatMap(
        id => context.sandbox.state.repositories.get(id) ?? [],
      ),
      args,
      context,
      edge: repository => ({ starredAt: repository.updatedAt }),
      more: { isOverLimit: false },
    }),
  watching: ({ account }, args, context) =>
    repositoryConnection({
      repositories: context.sandbox.state.repositories.filter(
        ({ subscriptions }) =>
          subscriptions.some(
            ({ userId, subscribed }) => userId === account.id && subscribed,
          ),
      ),
      args,
      context,
    }),
  issues: ({ account }, args, context) =>
    authoredConnection({ authorId: account.id, pulls: false, args, context }),
  pullRequests: ({ account }, args, context) =>
    authoredConnection({ authorId: account.id, pulls: true, args, context }),
  followers: ({ account }) => countOnly(account.followers),
  following: ({ account }) => countOnly(account.following),
  viewerIsFollowing: () => false,
  viewerCanFollow: ({ account }, _args, context) => !isViewer(account, context),
};

function isViewer(account: UserRecord, { viewer }: GraphqlContext) {
  return viewer.kind === 'user' && viewer.user.id === account.id;
}

/** https://docs.github.com/graphql/reference/enums#repositoryaffiliation */
function isAffiliated(options: {
  account: UserRecord;
  repository: Repository;
  affiliation: string;
  context: GraphqlContext;
}): boolean {
  const { account, repository, affiliation, context } = options;
  const { sandbox } = context;
  switch (affiliation) {
    case 'OWNER':
      return repository.ownerId === account.id;
    case 'COLLABORATOR':
      return repository.collaborators.some(
        ({ userId }) => userId === account.id,
      );
    default:
      return (
        sandbox.state.organisations
          .get(repository.ownerId)
          ?.members.some(
            ({ userId, state }) => userId === account.id && state === 'active',
          ) === true &&
        roleOf({ sandbox, user: account, repository }) !== undefined
      );
  }
}

/** Who follows whom is not known, only how many. */
function countOnly(count: number) {
  return {
    ...connection({
      rows: [],
      args: {},
      key: () => 0,
      node: () => null,
    }),
    totalCount: count,
  };
}
