import { createHash } from 'node:crypto';
import type { RefreshStore } from './RefreshStore';
import { refreshKeys } from './refreshKeys';
import { reviveResult } from './reviveResult';
import { openSealed, seal } from './sealed';
import { readSessionCookie } from './sessionCookie';

/** What this needs of an `OAuthAuthenticator` of `@backstage/plugin-auth-node`. */
export interface Refreshing {
  refresh(
    input: {
      req: { headers: { cookie?: string } };
      scope: string;
      refreshToken: string;
    },
    context: any,
  ): Promise<any>;
}

/** So long the answer to a refresh token is given again. */
export const REFRESH_WINDOW_MS = 30_000;
/** A provider that has not answered by then will not. */
const CLAIM_MS = 20_000;
const ASK_AGAIN_AFTER_MS = 150;

/**
 * An authenticator of which a refresh token is used once. Providers that rotate refresh tokens take the second use for theft and end the
 * session; but several tabs of one browser share the cookie and refresh at the same moment. So the same token from the same browser within
 * {@link REFRESH_WINDOW_MS} gets the same answer, on every replica. From another browser it goes to the provider, which then does end the session.
 *
 * What replicas share is encrypted with a key made of the refresh token: the database alone reveals nothing. Errors are the authenticator's own,
 * and are not kept.
 */
export function coalesceRefresh<A extends Refreshing>(options: {
  authenticator: A;
  providerId: string;
  /** Where replicas share what came of it. */
  store(): Promise<RefreshStore>;
  /** @defaultValue the process' clock, which is never set back */
  monotonicMs?: () => number;
  /** @defaultValue waits */
  pause?: (ms: number) => Promise<void>;
}): A {
  const { authenticator, providerId, store } = options;
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const pause =
    options.pause ?? (ms => new Promise(resolve => setTimeout(resolve, ms)));
  const running = new Map<string, { result: Promise<any>; until: number }>();

  const refresh: Refreshing['refresh'] = async (input, context) => {
    const browser = readSessionCookie(input.req.headers.cookie) ?? '';
    const keys = refreshKeys({
      refreshToken: input.refreshToken,
      // A context is one configured environment of a provider.
      about: [providerId, hashOf(browser), input.scope],
    });
    for (const [key, { until }] of running) {
      if (until < monotonicMs()) running.delete(key);
    }
    const known = running.get(keys.lookup);
    if (known) return known.result;

    const entry = {
      result: shared({
        keys,
        ask: () => authenticator.refresh(input, context),
      }),
      until: Infinity,
    };
    running.set(keys.lookup, entry);
    try {
      const result = await entry.result;
      entry.until = monotonicMs() + REFRESH_WINDOW_MS;
      return result;
    } catch (error) {
      running.delete(keys.lookup);
      throw error;
    }
  };

  async function shared(asked: {
    keys: ReturnType<typeof refreshKeys>;
    ask(): Promise<any>;
  }) {
    const { keys, ask } = asked;
    const refreshes = await store();
    for (;;) {
      const claim = await refreshes.claim({
        key: keys.lookup,
        claimMs: CLAIM_MS,
      });
      if (claim.outcome === 'done') {
        return reviveResult(
          JSON.parse(openSealed({ key: keys.seal, sealed: claim.sealed })),
        );
      }
      if (claim.outcome === 'claimed') break;
      await pause(ASK_AGAIN_AFTER_MS);
    }
    let result;
    try {
      result = await ask();
    } catch (error) {
      // The claim lapses by itself.
      await refreshes.release({ key: keys.lookup }).catch(() => {});
      throw error;
    }
    // The provider may have taken the old refresh token back: this tab needs the answer, whether others find it or not.
    await refreshes
      .finish({
        key: keys.lookup,
        sealed: seal({ key: keys.seal, text: JSON.stringify(result) }),
        keepMs: REFRESH_WINDOW_MS,
      })
      .catch(() => {});
    return result;
  }

  return { ...authenticator, refresh };
}

function hashOf(text: string) {
  return createHash('sha256').update(text).digest('hex');
}
