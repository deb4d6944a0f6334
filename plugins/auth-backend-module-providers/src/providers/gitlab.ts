import {
  gitlabAuthenticator,
  gitlabSignInResolvers,
} from '@backstage/plugin-auth-backend-module-gitlab-provider';
import { commonSignInResolvers } from '@backstage/plugin-auth-node';
import { passportPerson } from './passportPerson';
import type { SignInProvider } from './SignInProvider';

/** GitLab shows the primary address, which it confirmed when the account was made; `confirmed_at` is empty where it has not. */
export const gitlab: SignInProvider<any> = {
  id: 'gitlab',
  title: 'GitLab',
  authenticator: gitlabAuthenticator,
  resolvers: () => ({ ...gitlabSignInResolvers, ...commonSignInResolvers }),
  defaults: [
    'userIdMatchingUserEntityAnnotation',
    'usernameMatchingUserEntityName',
    'emailMatchingUserEntityProfileEmail',
  ],
  personOf: passportPerson,
  emailTrust({ result }) {
    const raw = result.fullProfile?._json;
    if (!raw || raw.confirmed_at === undefined) return 'unknown';
    return raw.confirmed_at ? 'verified' : 'unverified';
  },
};
