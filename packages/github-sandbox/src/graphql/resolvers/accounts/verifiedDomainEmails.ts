import type { User } from '../../../core/state';
import type { GraphqlContext } from '../../GraphqlContext';
import { membershipOf } from '../../rights/membershipOf';

/**
 * A member's addresses at the organisation's verified domains. The sandbox has no list of those: it takes the domain of the
 * organisation's own address and of its website. Only members and Apps of the organisation see them.
 * https://docs.github.com/graphql/reference/objects#user
 */
export function verifiedDomainEmails(options: {
  user: User;
  /** Of the organisation. */
  login: string;
  context: GraphqlContext;
}): string[] {
  const { user, login, context } = options;
  const organisation = context.sandbox.state.organisations.first(
    'login',
    login.toLowerCase(),
  );
  if (
    !organisation ||
    !user.email ||
    !membershipOf({ context, organisation }) ||
    !organisation.members.some(({ userId }) => userId === user.id)
  ) {
    return [];
  }
  const domains = [
    organisation.email?.split('@')[1],
    organisation.blog
      ?.replace(/^https?:\/\/(www\.)?/, '')
      .replace(/[/:].*$/, ''),
  ].map(domain => domain?.toLowerCase());
  return domains.includes(user.email.split('@')[1]?.toLowerCase())
    ? [user.email]
    : [];
}
