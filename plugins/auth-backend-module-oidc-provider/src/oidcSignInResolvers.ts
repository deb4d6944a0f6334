import type { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import { oidcSignInResolvers as stockResolvers } from '@backstage/plugin-auth-backend-module-oidc-provider';
import {
  createSignInResolverFactory,
  type OAuthAuthenticator,
  type OAuthAuthenticatorResult,
  type SignInInfo,
} from '@backstage/plugin-auth-node';

type OidcResult = typeof oidcAuthenticator extends OAuthAuthenticator<
  any,
  infer Profile
>
  ? Profile
  : never;
type OidcInfo = SignInInfo<OAuthAuthenticatorResult<OidcResult>>;

/** Stock's resolvers, and those that the community's Keycloak setups name. */
export const oidcSignInResolvers = {
  ...stockResolvers,

  /** The claim `preferred_username` is the name of the user in the catalog. */
  preferredUsernameMatchingUserEntityName: createSignInResolverFactory({
    create() {
      return async (info: OidcInfo, context) =>
        context.signInWithCatalogUser({
          entityRef: { name: claim({ info, name: 'preferred_username' }) },
        });
    },
  }),

  /** The claim `sub` is the id that the Keycloak provider of the catalog has noted on the user. */
  oidcSubClaimMatchingKeycloakUserId: createSignInResolverFactory({
    create() {
      return async (info: OidcInfo, context) =>
        context.signInWithCatalogUser({
          annotations: { 'keycloak.org/id': claim({ info, name: 'sub' }) },
        });
    },
  }),
};

function claim(options: { info: OidcInfo; name: string }): string {
  const { info, name } = options;
  const value = info.result.fullProfile.userinfo[name];
  if (typeof value !== 'string' || value === '') {
    throw new Error(
      `The identity provider sent no claim ${name}. Grant the client the scope that carries it, usually profile.`,
    );
  }
  return value;
}
