import { actorOf } from '../../access';
import type { OrganisationMember, User } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { OrganisationCall, Route } from '../../http/Route';
import { personNamed } from '../personNamed';
import { readChoice } from '../../http/body/readChoice';
import { assertOwner } from '../rights/assertOwner';
import { insiderRole } from '../rights/insiderRole';
import { presentMembership } from './presentMembership';
import { removeMember } from './removeMember';
import { setMembership } from './setMembership';

const access = (level: 'read' | 'write') => ({
  permission: { name: 'members', level },
});

/** https://docs.github.com/rest/orgs/members */
export const membershipRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/memberships/{username}',
    on: 'organisation',
    access: access('read'),
    handle(call) {
      if (!insiderRole(call)) {
        throw new GitHubError({
          status: 403,
          message: 'You must be a member of this organization.',
        });
      }
      return { body: presentMembership({ ...call, ...found(call) }) };
    },
  },
  {
    route: 'PUT /orgs/{org}/memberships/{username}',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { body, viewer } = call;
      assertOwner(call);
      const role =
        readChoice({
          body,
          field: 'role',
          words: ['admin', 'member'],
          resource: 'OrganizationMembership',
        }) ?? 'member';
      const user = personNamed({ ...call, login: call.params.username });
      const member = setMembership({
        ...call,
        user,
        role,
        sender: actorOf(viewer),
      });
      return { body: presentMembership({ ...call, member, user }) };
    },
  },
  {
    route: 'DELETE /orgs/{org}/memberships/{username}',
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { viewer } = call;
      const { member, user } = found(call);
      // People may leave.
      if (viewer.kind !== 'user' || viewer.user.id !== user.id) {
        assertOwner(call);
      }
      removeMember({ ...call, member, sender: actorOf(viewer) });
      return { status: 204 };
    },
  },
];

function found(call: OrganisationCall): {
  member: OrganisationMember;
  user: User;
} {
  const user = personNamed({ ...call, login: call.params.username });
  const member = call.organisation.members.find(
    ({ userId }) => userId === user.id,
  );
  if (!member) throw notFound();
  return { member, user };
}
