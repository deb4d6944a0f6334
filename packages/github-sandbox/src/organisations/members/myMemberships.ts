import { actorOf } from '../../access';
import { notFound, validationFailed } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { OrganisationCall, Route } from '../../http/Route';
import { acceptMembership } from './acceptMembership';
import { presentMembership } from './presentMembership';

const access = (scope: string) => ({ as: 'user' as const, scopes: [scope] });

/** What the person behind the token is a member of, or invited to. https://docs.github.com/rest/orgs/members */
export const myMembershipRoutes: Route[] = [
  {
    route: 'GET /user/memberships/orgs',
    on: 'anything',
    access: access('read:org'),
    handle(call) {
      const { sandbox, query, urls } = call;
      const user = actorOf(call.viewer);
      const state = query.get('state');
      const memberships = sandbox.state.organisations
        .all()
        .flatMap(organisation => {
          const member = organisation.members.find(
            ({ userId }) => userId === user.id,
          );
          return member && (!state || member.state === state)
            ? { organisation, member }
            : [];
        });
      const { rows, total } = paginate({ call, rows: memberships });
      return {
        body: rows.map(row => presentMembership({ urls, user, ...row })),
        total,
      };
    },
  },
  {
    route: 'GET /user/memberships/orgs/{org}',
    on: 'organisation',
    access: access('read:org'),
    handle: call => ({ body: presentMembership({ ...call, ...own(call) }) }),
  },
  {
    route: 'PATCH /user/memberships/orgs/{org}',
    on: 'organisation',
    access: access('write:org'),
    handle(call) {
      const { member, user } = own(call);
      if (call.body.state !== 'active') {
        throw validationFailed({
          errors: [
            {
              resource: 'OrganizationMembership',
              field: 'state',
              code: 'invalid',
            },
          ],
        });
      }
      acceptMembership({ ...call, member, user });
      return { body: presentMembership({ ...call, member, user }) };
    },
  },
];

function own({ organisation, viewer }: OrganisationCall) {
  const user = actorOf(viewer);
  const member = organisation.members.find(({ userId }) => userId === user.id);
  if (!member) throw notFound();
  return { member, user };
}
