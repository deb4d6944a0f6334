/** Why a sign-in failed, as far as the portal could tell. */
export type SignInFailureKind =
  /** The provider knows the person, the catalog does not. */
  | 'no-user'
  /** A resolver found a reason against it, for example an account that took over somebody's name. */
  | 'resolver-refused'
  /** The provider did not tell what a resolver goes by, or an e-mail address of a domain that is not allowed. */
  | 'profile-unusable'
  /** The catalog, the database or the keys of tokens did not work while the user was looked for. */
  | 'portal-failed'
  /** The provider has another callback URL on record than the portal sends. */
  | 'wrong-callback'
  | 'bad-client-secret'
  /** The clocks of the portal and of the provider differ. */
  | 'clock-skew'
  /** The provider does not vouch for the e-mail address by which the person would be found. */
  | 'unverified-email'
  /** The sign-in worked; an organisation wants single sign-on before it shows itself. */
  | 'saml-sso'
  /** What came back is not what this browser began. */
  | 'state-mismatch'
  | 'provider-unreachable'
  | 'denied-by-person'
  | 'account-locked'
  | 'account-disabled'
  | 'account-expired'
  | 'password-expired'
  | 'other';

/** A sign-in that failed. No secret is in it. Texts are at most 300 characters long. */
export interface SignInFailure {
  /** What the person was told, to tell it on: `K7F-2QX`. */
  reference: string;
  /** ISO 8601, of the last time. */
  at: string;
  /** The same failure again within ten minutes counts here, and makes no second one. */
  times: number;
  /** The key below `auth.providers`. */
  provider: string;
  kind: SignInFailureKind;
  /** What the provider or the resolver said, for operators. */
  detail?: string;
  /** Whom the provider named; undefined where it came to that only later. */
  person?: SignInPerson;
  /** In the order in which they were tried. */
  attempts: SignInAttempt[];
  /** Where the person can do something about it, at the provider. */
  links?: { title: string; href: string }[];
}

/** A person as a provider knows them. */
export interface SignInPerson {
  /** The provider's own, lasting id of the account. */
  subject?: string;
  userName?: string;
  email?: string;
  displayName?: string;
  /** Set where the sign-in worked. */
  userEntityRef?: string;
}

/** What one resolver looked for, and found. */
export interface SignInAttempt {
  /** As `signIn.resolvers` names it. */
  resolver: string;
  /** As in 'a User named priya'. */
  lookedFor?: string;
  /** As in 'nobody', or the reason of a refusal. */
  found: string;
}

/** A failure with what the catalog adds to it. */
export interface ExplainedSignInFailure extends SignInFailure {
  /** Users of the catalog that are almost it, the nearest first, at most five. */
  near: NearbyUser[];
  /** What to do about it, one or two sentences each. */
  remedies: string[];
}

export interface NearbyUser {
  userEntityRef: string;
  displayName?: string;
  /** As in 'the same name but for upper and lower case'. */
  because: string;
}
