import type { SignInPerson } from '@callboard/plugin-access-common';
import type {
  OAuthAuthenticator,
  OAuthAuthenticatorResult,
  SignInInfo,
  SignInResolverFactory,
} from '@backstage/plugin-auth-node';
import type { Config } from '@backstage/config';
import type { OtherSubject } from '../resolvers/createNotingContext';

/** What the provider says about the address that it gives. */
export type EmailTrust = 'verified' | 'unverified' | 'unknown';

/** A provider's sign-in: stock's authenticator, and what Callboard has to know to explain a failure. */
export interface SignInProvider<TProfile> {
  /** The key below `auth.providers`. */
  id: string;
  /** As people know it. */
  title: string;
  authenticator: OAuthAuthenticator<any, TProfile>;
  /** By name, for the configuration of one environment. */
  resolvers(config: Config): Record<string, SignInResolverFactory<any, any>>;
  /** Names of the resolvers where `signIn.resolvers` is absent, in this order. */
  defaults: string[];
  /** Whom the provider named. */
  personOf(info: ProviderInfo<TProfile>): SignInPerson;
  emailTrust(info: ProviderInfo<TProfile>, config: Config): EmailTrust;
  /** @defaultValue texts that differ */
  otherSubject?(config: Config): OtherSubject;
  /** Throws where the configuration would let the wrong people in. */
  check?(config: Config): void;
  /** After a sign-in that worked. What it throws is logged, and spoils nothing. */
  afterSignIn?(options: {
    info: ProviderInfo<TProfile>;
    userEntityRef: string;
    config: Config;
  }): Promise<void>;
}

export type ProviderInfo<TProfile> = SignInInfo<
  OAuthAuthenticatorResult<TProfile>
>;
