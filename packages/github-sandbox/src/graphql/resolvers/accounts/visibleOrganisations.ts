import type { Organisation, User } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { membershipOf } from '../../rights/membershipOf';

/** The organisations of a person, as far as the viewer sees the membership: it is public, or the viewer belongs there too. */
export function visibleOrganisations(options: {
  user: User;
  context: GraphqlContext;
}): Organisation[] {
  const { user, context } = options;
  return context.sandbox.state.organisations.filter(organisation => {
    const member = organisation.members.find(
      ({ userId, state }) => userId === user.id && state === 'active',
    );
    return (
      member !== undefined &&
      (member.public || membershipOf({ context, organisation }) !== undefined)
    );
  });
}
