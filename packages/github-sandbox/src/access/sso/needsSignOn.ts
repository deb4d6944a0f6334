import type { Organisation } from '../../core/state';
import { organisationRoleOf } from '../organisationRoleOf';
import type { Viewer } from '../Viewer';

/**
 * Whether a token has to be authorised for an organisation that enforces SAML. That concerns tokens of its members; a fine-grained token
 * of the organisation itself was authorised when it was made.
 * https://docs.github.com/enterprise-cloud@latest/authentication/authenticating-with-single-sign-on/about-authentication-with-single-sign-on
 */
export function needsSignOn(options: {
  viewer: Viewer;
  organisation: Organisation;
}): boolean {
  const { viewer, organisation } = options;
  if (!organisation.samlEnforced || viewer.kind !== 'user') return false;
  const { user, token } = viewer;
  if (
    token.kind === 'fineGrained' &&
    token.resourceOwnerId === organisation.id
  ) {
    return false;
  }
  return (
    organisationRoleOf({ user, organisation }) !== undefined &&
    !token.ssoAuthorised.includes(organisation.id)
  );
}
