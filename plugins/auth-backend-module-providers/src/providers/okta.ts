import {
  oktaAuthenticator,
  oktaSignInResolvers,
} from '@backstage/plugin-auth-backend-module-okta-provider';
import { commonSignInResolvers } from '@backstage/plugin-auth-node';
import { passportPerson } from './passportPerson';
import type { SignInProvider } from './SignInProvider';
import { trustOf } from './trustOf';

export const okta: SignInProvider<any> = {
  id: 'okta',
  title: 'Okta',
  authenticator: oktaAuthenticator,
  resolvers: () => ({ ...oktaSignInResolvers, ...commonSignInResolvers }),
  defaults: [
    'emailMatchingUserEntityAnnotation',
    'emailMatchingUserEntityProfileEmail',
  ],
  personOf: passportPerson,
  emailTrust: ({ result }) =>
    trustOf(result.fullProfile?._json?.email_verified),
};
