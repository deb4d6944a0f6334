import { roleOf } from '../../../access';
import type { User } from '../../../core/state';
import { isAssignable } from '../../../issues/isAssignable';
import { connection } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { demandPermission } from '../../rights/demandPermission';
import { source } from '../../sources/source';
import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';
import { repositoryRole } from './repositoryRole';
import { starsOf } from './starsOf';
import { viewerRole } from './viewerRole';

type RepositorySource = Source<'repository'>;

/** The fields of a repository that are about people: who works on it, who follows it, and what the viewer may do. */
export const peopleFields: Resolvers<RepositorySource> = {
  collaborators({ repository }, args, context) {
    demandPermission({
      context,
      access: {
        permission: { name: 'metadata', level: 'read' },
        ...(context.viewer.kind === 'user' && { role: 'push' }),
      },
      repository,
    });
    const { sandbox } = context;
    const rows = people(context, args.query).filter(user => {
      const isDirect = repository.collaborators.some(
        ({ userId }) => userId === user.id,
      );
      const isMember = sandbox.state.organisations
        .get(repository.ownerId)
        ?.members.some(({ userId }) => userId === user.id);
      const fits: Record<string, boolean> = {
        DIRECT: isDirect,
        OUTSIDE: isDirect && !isMember,
      };
      return (
        roleOf({ sandbox, user, repository }) !== undefined &&
        (fits[args.affiliation ?? 'ALL'] ?? true) &&
        (!args.login || user.login.toLowerCase() === args.login.toLowerCase())
      );
    });
    return connection({
      rows,
      args,
      key: ({ id }) => id,
      node: source.user,
      edge: user => ({
        permission: repositoryRole(roleOf({ sandbox, user, repository })!),
      }),
    });
  },
  assignableUsers: ({ repository }, args, context) =>
    connection({
      rows: people(context, args.query).filter(user =>
        isAssignable({ sandbox: context.sandbox, repository, user }),
      ),
      args,
      key: ({ id }) => id,
      node: source.user,
    }),
  mentionableUsers: ({ repository }, args, context) =>
    connection({
      rows: people(context, args.query).filter(
        user =>
          repository.visibility === 'public' ||
          roleOf({ sandbox: context.sandbox, user, repository }) !== undefined,
      ),
      args,
      key: ({ id }) => id,
      node: source.user,
    }),
  stargazerCount: ({ repository }, _args, context) =>
    starsOf({ repository, context }).length,
  stargazers: ({ repository }, args, context) =>
    connection({
      rows: sorted({
        rows: starsOf({ repository, context }),
        orderBy: args.orderBy,
        by: { STARRED_AT: row => row.id },
      }),
      args,
      key: ({ id }) => id,
      node: source.user,
      edge: () => ({ starredAt: repository.updatedAt }),
    }),
  watchers: ({ repository }, args, { sandbox }) =>
    connection({
      rows: repository.subscriptions
        .filter(({ subscribed }) => subscribed)
        .flatMap(({ userId }) => sandbox.state.users.get(userId) ?? []),
      args,
      key: ({ id }) => id,
      node: source.user,
    }),
  viewerPermission({ repository }, _args, context) {
    const role = viewerRole({ repository, context });
    return role ? repositoryRole(role) : null;
  },
  viewerCanAdminister: ({ repository }, _args, context) =>
    viewerRole({ repository, context }) === 'admin',
  viewerCanUpdateTopics: ({ repository }, _args, context) =>
    ['admin', 'maintain'].includes(viewerRole({ repository, context }) ?? ''),
  viewerCanCreateProjects: () => false,
  viewerCanSubscribe: (_source, _args, { viewer }) => viewer.kind === 'user',
  viewerHasStarred: ({ repository }, _args, { viewer }) =>
    viewer.kind === 'user' && viewer.user.starred.includes(repository.id),
  viewerSubscription({ repository }, _args, { viewer }) {
    const own = repository.subscriptions.find(
      ({ userId }) => viewer.kind === 'user' && userId === viewer.user.id,
    );
    if (own?.ignored) return 'IGNORED';
    return own?.subscribed ? 'SUBSCRIBED' : 'UNSUBSCRIBED';
  },
  viewerDefaultCommitEmail: (_source, _args, { viewer }) =>
    viewer.kind === 'user' ? viewer.user.email : null,
  viewerPossibleCommitEmails: (_source, _args, { viewer }) =>
    viewer.kind === 'user' && viewer.user.email ? [viewer.user.email] : [],
};

/** All persons whose login or name has a text in it. */
function people(
  context: GraphqlContext,
  query: string | null | undefined,
): User[] {
  const wanted = (query ?? '').toLowerCase();
  return context.sandbox.state.users
    .all()
    .filter(
      ({ type, login, name }) =>
        type === 'User' &&
        `${login} ${name ?? ''}`.toLowerCase().includes(wanted),
    );
}
