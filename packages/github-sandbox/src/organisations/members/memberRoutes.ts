import { actorOf } from '../../access';
import { notAccessible } from '../../access/rights/refusePermission';
import type { OrganisationMember, User } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { OrganisationCall, Route } from '../../http/Route';
import { personNamed } from '../personNamed';
import { presentAccount } from '../presentAccount';
import { assertOwner } from '../rights/assertOwner';
import { insiderRole } from '../rights/insiderRole';
import { removeMember } from './removeMember';

const write = { permission: { name: 'members', level: 'write' as const } };

/** https://docs.github.com/rest/orgs/members */
export const memberRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/members',
    on: 'organisation',
    handle(call) {
      const insider = insiderOf(call);
      const filter = call.query.get('filter') ?? 'all';
      if (filter !== 'all' && insider !== 'admin') {
        throw new GitHubError({
          status: 422,
          message: 'Only owners can use this filter.',
        });
      }
      return list(
        call,
        insider ? () => true : member => member.public,
        filter.startsWith('2fa_') ? user => !user.twoFactor : undefined,
      );
    },
  },
  {
    route: 'GET /orgs/{org}/public_members',
    on: 'organisation',
    handle: call => list(call, member => member.public),
  },
  {
    route: 'GET /orgs/{org}/members/{username}',
    on: 'organisation',
    handle(call) {
      const { organisation, params, urls } = call;
      if (!insiderOf(call)) {
        return {
          status: 302,
          headers: {
            location: `${urls.api}/orgs/${organisation.login}/public_members/${params.username}`,
          },
        };
      }
      if (!memberOf(call)) throw notFound();
      return { status: 204 };
    },
  },
  {
    route: 'GET /orgs/{org}/public_members/{username}',
    on: 'organisation',
    handle(call) {
      if (!memberOf(call)?.public) throw notFound();
      return { status: 204 };
    },
  },
  ...([true, false] as const).map(
    (shown): Route => ({
      route: `${
        shown ? 'PUT' : 'DELETE'
      } /orgs/{org}/public_members/{username}`,
      on: 'organisation',
      access: { as: 'user', ...write },
      handle(call) {
        const member = memberOf(call);
        if (!member) throw notFound();
        if (member.userId !== actorOf(call.viewer).id) {
          throw new GitHubError({
            status: 403,
            message: 'You can only publicize or conceal your own membership.',
          });
        }
        member.public = shown;
        return { status: 204 };
      },
    }),
  ),
  {
    route: 'DELETE /orgs/{org}/members/{username}',
    on: 'organisation',
    access: write,
    handle(call) {
      assertOwner(call);
      const member = memberOf(call);
      if (!member) throw notFound();
      removeMember({ ...call, member, sender: actorOf(call.viewer) });
      return { status: 204 };
    },
  },
];

/** An App without the permission is told so; everybody else sees what is public. */
function insiderOf(call: OrganisationCall) {
  const role = insiderRole(call);
  if (!role && call.viewer.kind === 'installation') {
    throw notAccessible({
      viewer: call.viewer,
      headers: { 'x-accepted-github-permissions': 'members=read' },
    });
  }
  return role;
}

function memberOf(call: OrganisationCall): OrganisationMember | undefined {
  const user = personNamed({ ...call, login: call.params.username });
  return call.organisation.members.find(
    ({ userId, state }) => userId === user.id && state === 'active',
  );
}

function list(
  call: OrganisationCall,
  isShown: (member: OrganisationMember) => boolean,
  isWanted: (user: User) => boolean = () => true,
) {
  const { organisation, sandbox, query, urls } = call;
  const role = query.get('role') ?? 'all';
  const users = organisation.members
    .filter(
      member =>
        member.state === 'active' &&
        isShown(member) &&
        (role === 'all' || member.role === role),
    )
    .flatMap(({ userId }) => sandbox.state.users.get(userId) ?? [])
    .filter(isWanted)
    .sort((a, b) => a.id - b.id);
  const { rows, total } = paginate({ call, rows: users });
  return {
    body: rows.map(account => presentAccount({ urls, account })),
    total,
  };
}
