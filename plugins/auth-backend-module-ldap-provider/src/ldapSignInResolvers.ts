import {
  createSignInResolverFactory,
  type SignInInfo,
} from '@backstage/plugin-auth-node';
import type { LdapUser } from './LdapDirectory';

/** Ways from a person of the directory to a user of the catalog. */
export const ldapSignInResolvers = {
  /** The user name is the name of the user in the catalog. This is the default. */
  usernameMatchingUserEntityName: createSignInResolverFactory({
    create() {
      return async (info: SignInInfo<LdapUser>, context) =>
        context.signInWithCatalogUser({
          entityRef: { name: info.result.username },
        });
    },
  }),

  /** The annotation `backstage.io/ldap-dn`, which the LDAP provider of the catalog writes, holds the person's DN. */
  dnMatchingUserEntityAnnotation: createSignInResolverFactory({
    create() {
      return async (info: SignInInfo<LdapUser>, context) =>
        context.signInWithCatalogUser({
          annotations: { 'backstage.io/ldap-dn': info.result.dn },
        });
    },
  }),
};
