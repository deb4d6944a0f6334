import {
  microsoftAuthenticator,
  microsoftSignInResolvers,
} from '@backstage/plugin-auth-backend-module-microsoft-provider';
import { commonSignInResolvers } from '@backstage/plugin-auth-node';
import { passportPerson } from './passportPerson';
import type { SignInProvider } from './SignInProvider';

/** Tenants that are everybody's: each of their administrators writes what address they like on an account. */
const SHARED_TENANTS = ['common', 'organizations', 'consumers'];

/** In a tenant of one's own the address is what its administrators wrote, and so as good as verified. */
export const microsoft: SignInProvider<any> = {
  id: 'microsoft',
  title: 'Microsoft',
  authenticator: microsoftAuthenticator,
  resolvers: () => ({ ...microsoftSignInResolvers, ...commonSignInResolvers }),
  defaults: [
    'userIdMatchingUserEntityAnnotation',
    'emailMatchingUserEntityProfileEmail',
  ],
  personOf: passportPerson,
  emailTrust: (_info, config) =>
    SHARED_TENANTS.includes(config.getString('tenantId').toLowerCase())
      ? 'unverified'
      : 'verified',
};
