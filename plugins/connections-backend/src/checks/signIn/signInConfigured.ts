import type { Config } from '@backstage/config';
import type { Check, Finding } from '../Check';
import { isLocalUrl } from '../text/isLocalUrl';
import { listed } from '../text/listed';

const TITLE = 'People can sign in';

/** Providers of which a sign-in needs a client, and resolvers. */
const NEED_RESOLVERS = [
  'github',
  'ghe',
  'gitlab',
  'microsoft',
  'google',
  'okta',
  'oidc',
];

/** Whether there is a way to sign in, and none that lets everybody in. */
export const signInConfigured: Check = {
  id: 'sign-in-configured',
  group: 'sign-in',
  title: TITLE,
  run: ({ context: { config } }) => [{ check: TITLE, ...judge(config) }],
};

function judge(config: Config): Pick<Finding, 'status' | 'cause' | 'remedy'> {
  const providers = config.getOptionalConfig('auth.providers');
  const names = providers?.keys() ?? [];
  const real = names.filter(name => name !== 'guest');
  const environment =
    config.getOptionalString('auth.environment') ?? 'development';
  const isLocal = isLocalUrl(config.getOptionalString('backend.baseUrl') ?? '');

  if (names.length === 0) {
    return {
      status: 'fail',
      cause: 'auth.providers names no provider, so nobody can sign in.',
      remedy:
        'Name an identity preset (github-auth, ghe-auth, gitlab, azure-auth, google, okta, keycloak, oidc or ldap) in CALLBOARD_PRESETS.',
    };
  }
  if (real.length === 0) {
    return {
      status: isLocal ? 'warn' : 'fail',
      cause: `Everybody who reaches ${config.getOptionalString(
        'backend.baseUrl',
      )} is let in as a guest: auth.providers has nothing but guest.`,
      remedy:
        'Fit for a trial on this machine. Before others use the portal, name an identity preset (github-auth, ghe-auth, gitlab, azure-auth, google, okta, keycloak, oidc or ldap) instead.',
    };
  }
  const usable = real.filter(
    name => !NEED_RESOLVERS.includes(name) || hasEnvironment(name),
  );
  if (usable.length === 0) {
    return {
      status: 'fail',
      cause: `auth.providers.${real[0]} has no entry for "${environment}", the value of auth.environment: the portal offers no sign-in.`,
      remedy: `Move the entry to auth.providers.${real[0]}.${environment}, or set auth.environment to the name that it has.`,
    };
  }
  const withResolver = usable.filter(
    name => !NEED_RESOLVERS.includes(name) || hasResolver(name),
  );
  if (withResolver.length === 0) {
    return {
      status: 'fail',
      cause: `auth.providers.${usable[0]}.${environment}.signIn.resolvers is an empty list: GitHub and the like say who somebody is, and the portal does not know which user that is.`,
      remedy:
        'Name resolvers, for example usernameMatchingUserEntityName, or remove the list: then the portal goes by the id, the user name, or a verified e-mail address.',
    };
  }
  if (names.includes('guest')) {
    return {
      status: 'warn',
      cause: `auth.providers has guest beside ${listed(
        withResolver,
      )}: whoever prefers it needs no account.`,
      remedy: 'Remove auth.providers.guest.',
    };
  }
  return {
    status: 'pass',
    cause: `People sign in with ${listed(withResolver)}.`,
    remedy: '',
  };

  function hasEnvironment(name: string) {
    return providers!.has(`${name}.${environment}.clientId`);
  }
  function hasResolver(name: string) {
    const resolvers = providers!.getOptional(
      `${name}.${environment}.signIn.resolvers`,
    );
    // Where there is no list the portal has one of its own.
    return !Array.isArray(resolvers) || resolvers.length > 0;
  }
}
