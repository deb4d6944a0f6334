import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Route } from '../../http/Route';
import { personNamed } from '../personNamed';
import { presentAccount } from '../presentAccount';

const access = (level: 'read' | 'write') => ({
  permission: { name: 'organization_user_blocking', level },
  organisation: 'admin' as const,
});

/** https://docs.github.com/rest/orgs/blocking */
export const blockRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/blocks',
    on: 'organisation',
    access: access('read'),
    handle(call) {
      const { sandbox, organisation, urls } = call;
      const { rows, total } = paginate({
        call,
        rows: organisation.blockedUserIds.flatMap(
          id => sandbox.state.users.get(id) ?? [],
        ),
      });
      return {
        body: rows.map(account => presentAccount({ urls, account })),
        total,
      };
    },
  },
  {
    route: 'GET /orgs/{org}/blocks/{username}',
    on: 'organisation',
    access: access('read'),
    handle(call) {
      const { id } = personNamed({ ...call, login: call.params.username });
      if (!call.organisation.blockedUserIds.includes(id)) throw notFound();
      return { status: 204 };
    },
  },
  {
    route: 'PUT /orgs/{org}/blocks/{username}',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { organisation } = call;
      const { id } = personNamed({ ...call, login: call.params.username });
      if (organisation.members.some(({ userId }) => userId === id)) {
        throw new GitHubError({
          status: 422,
          message: 'Members of the organization cannot be blocked.',
        });
      }
      organisation.blockedUserIds = [
        ...new Set([...organisation.blockedUserIds, id]),
      ];
      return { status: 204 };
    },
  },
  {
    route: 'DELETE /orgs/{org}/blocks/{username}',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { organisation } = call;
      const { id } = personNamed({ ...call, login: call.params.username });
      organisation.blockedUserIds = organisation.blockedUserIds.filter(
        other => other !== id,
      );
      return { status: 204 };
    },
  },
];
