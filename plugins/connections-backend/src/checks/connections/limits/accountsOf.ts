import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import type { CheckInput } from '../../Check';
import { appTitle } from '../../text/appTitle';
import { tokenTitle } from '../../text/tokenTitle';

/** Something that GitHub limits by itself: an installation of an App, a token, an address that names nobody. */
export interface LimitedAccount {
  kind: 'app' | 'token' | 'none';
  /** Stable: the credential's id, of an installation with its account behind it. */
  subject: string;
  /** In words: `App "Callboard" on acme`. */
  who: string;
  limits: RateLimitFacts[];
}

/** The accounts of a host whose limits are known from the facts. */
export function accountsOf(options: {
  host: CheckInput['hosts'][number];
}): LimitedAccount[] {
  const { host, apps, tokens, anonymous } = options.host;
  const accounts: LimitedAccount[] = [
    ...apps.flatMap(app =>
      app.installations.map(({ account, rateLimits: limits }) => ({
        kind: 'app' as const,
        subject: `${app.credentialId}:${account}`,
        who: `${appTitle(app)} on ${account}`,
        limits,
      })),
    ),
    ...tokens.map(token => ({
      kind: 'token' as const,
      subject: token.credentialId,
      who: tokenTitle(token),
      limits: token.rateLimits,
    })),
    {
      kind: 'none',
      subject: `none:${host}`,
      who: 'requests without a credential',
      limits: anonymous?.rateLimits ?? [],
    },
  ];
  return accounts.filter(({ limits }) => limits.length > 0);
}
