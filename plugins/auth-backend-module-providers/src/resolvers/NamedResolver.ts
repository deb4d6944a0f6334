import type {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';

/** A resolver with the name that `signIn.resolvers` has for it. */
export interface NamedResolver<TProfile> {
  name: string;
  /** One of those that go by an e-mail address. */
  isByEmail: boolean;
  /** Whether it was left to Callboard to choose it: then it needs an address that the provider vouches for. */
  isDefault: boolean;
  resolve: SignInResolver<OAuthAuthenticatorResult<TProfile>>;
}
