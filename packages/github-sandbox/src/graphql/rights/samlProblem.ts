import { ssoRefusal } from '../../access/sso/ssoRefusal';
import type { Organisation } from '../../core/state';
import type { GraphqlContext } from '../GraphqlContext';
import { Problem } from '../Problem';

/** What stands in the place of something of an organisation that demands SAML sign-on, where the token has not been authorised for it. */
export function samlProblem(options: {
  context: GraphqlContext;
  organisation: Organisation | undefined;
}): Problem | undefined {
  const { context, organisation } = options;
  if (!organisation?.samlEnforced) return undefined;
  const { sandbox, viewer } = context;
  const refusal = ssoRefusal({ sandbox, viewer, organisation });
  return (
    refusal &&
    new Problem({
      type: 'FORBIDDEN',
      message: refusal.message,
      extensions: { saml_failure: true },
    })
  );
}
