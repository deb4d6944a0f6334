import type { Organisation, User } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { membershipOf } from '../../rights/membershipOf';

/** The active members that the viewer sees: all for who belongs there, else those that show it. In the order of their numbers. */
export function membersOf(options: {
  organisation: Organisation;
  context: GraphqlContext;
}): Array<{ user: User; role: 'admin' | 'member' }> {
  const { organisation, context } = options;
  const seesAll = membershipOf({ context, organisation }) !== undefined;
  return organisation.members
    .filter(member => member.state === 'active' && (seesAll || member.public))
    .flatMap(({ userId, role }) => {
      const user = context.sandbox.state.users.get(userId);
      return user ? { user, role } : [];
    })
    .sort((a, b) => a.user.id - b.user.id);
}
