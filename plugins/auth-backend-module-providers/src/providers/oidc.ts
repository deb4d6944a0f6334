import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  discoverAgain,
  oidcSignInResolvers,
} from '@callboard/plugin-auth-backend-module-oidc-provider';
import type { SignInProvider } from './SignInProvider';
import { trustOf } from './trustOf';

/**
 * Any OpenID provider. `preferred_username` is no default: the specification says that it need not be unique and may change (OpenID Connect
 * Core, 5.7), so that only an operator can know whether it names one person.
 */
export function oidc(options: { title: string }): SignInProvider<any> {
  return {
    id: 'oidc',
    title: options.title,
    authenticator: discoverAgain(oidcAuthenticator),
    resolvers: () => oidcSignInResolvers,
    defaults: [
      'oidcSubClaimMatchingKeycloakUserId',
      'emailMatchingUserEntityProfileEmail',
    ],
    personOf({ result }) {
      const { sub, preferred_username, email, name } =
        result.fullProfile.userinfo;
      return {
        subject: sub,
        userName: preferred_username,
        email,
        displayName: name,
      };
    },
    emailTrust({ result }) {
      const { userinfo } = result.fullProfile;
      // An address without a word about it counts as one that was not verified, as in stock.
      return userinfo.email === undefined || userinfo.email_verified === true
        ? trustOf(userinfo.email_verified)
        : 'unverified';
    },
  };
}
