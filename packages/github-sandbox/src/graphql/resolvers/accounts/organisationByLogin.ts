import type { GraphqlContext } from '../../GraphqlContext';
import { Problem } from '../../Problem';
import { samlProblem } from '../../rights/samlProblem';

/** The organisation with this login. Throws NOT_FOUND, or FORBIDDEN where the token lacks the sign-on that it demands. */
export function organisationByLogin(options: {
  login: string;
  context: GraphqlContext;
}) {
  const { login, context } = options;
  const organisation = context.sandbox.state.organisations.first(
    'login',
    login.toLowerCase(),
  );
  if (!organisation) {
    throw new Problem({
      type: 'NOT_FOUND',
      message: `Could not resolve to an Organization with the login of '${login}'.`,
    });
  }
  const problem = samlProblem({ context, organisation });
  if (problem) throw problem;
  return { __typename: 'Organization' as const, account: organisation };
}
