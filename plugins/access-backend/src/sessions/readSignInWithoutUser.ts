import type { Config } from '@backstage/config';

const GUEST = 'user:development/guest';

/** Who may be signed in without a User entity in the catalog, by the configuration of the ways to sign in. */
export interface SignInWithoutUser {
  /** Whether a resolver has `dangerouslyAllowSignInWithoutUserInCatalog`. */
  anybody: boolean;
  /** The guest, in lower case, where there is one. */
  guest?: string;
}

/** Reads `auth.providers`. */
export function readSignInWithoutUser(options: {
  config: Config;
}): SignInWithoutUser {
  const providers = options.config.getOptional('auth.providers');
  const guest = options.config.has('auth.providers.guest')
    ? options.config.getOptionalString('auth.providers.guest.userEntityRef') ??
      GUEST
    : undefined;
  return {
    anybody: allows(providers),
    guest: guest?.toLocaleLowerCase('en-US'),
  };
}

/** Providers nest it in different places: below an environment, or not. */
function allows(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, inner]) =>
      (key === 'dangerouslyAllowSignInWithoutUserInCatalog' &&
        inner === true) ||
      allows(inner),
  );
}
