import {
  googleAuthenticator,
  googleSignInResolvers,
} from '@backstage/plugin-auth-backend-module-google-provider';
import { commonSignInResolvers } from '@backstage/plugin-auth-node';
import { passportPerson } from './passportPerson';
import type { SignInProvider } from './SignInProvider';
import { trustOf } from './trustOf';

export const google: SignInProvider<any> = {
  id: 'google',
  title: 'Google',
  authenticator: googleAuthenticator,
  resolvers: () => ({ ...googleSignInResolvers, ...commonSignInResolvers }),
  defaults: [
    'emailMatchingUserEntityAnnotation',
    'emailMatchingUserEntityProfileEmail',
  ],
  personOf: passportPerson,
  emailTrust: ({ result }) =>
    trustOf(result.fullProfile?.emails?.[0]?.verified),
};
