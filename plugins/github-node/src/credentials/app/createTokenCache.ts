import { runInScope } from '../../scope/runInScope';
import type { AppRequests } from './createAppRequests';
import { createRepositoryNames } from './createRepositoryNames';
import { mintToken, type MintedToken, type Minting } from './mintToken';
import { shared } from './shared';

export type InstallationToken =
  | {
      outcome: 'minted';
      token: string;
      /** By GitHub's clock, ISO 8601. */
      expiresAt: string;
      /** Whether the token reaches a repository, by its name without the owner. */
      covers(repository: string, more?: { fresh?: boolean }): Promise<boolean>;
    }
  | Exclude<Minting, { outcome: 'minted' }>;

/** The tokens of an App's installations: each minted once for many callers. */
export interface TokenCache {
  get(options: {
    installationId: number;
    fresh?: boolean;
  }): Promise<InstallationToken>;
  /** All, or the one that is named; false where that is not in the cache, or not any more. */
  forget(match: { token?: string }): boolean;
}

/** Backstage promises its callers ten minutes; they may have a long way to go with a token. */
const LEAST_MS = 10 * 60_000;
/** From here on the next one is minted while this one still serves, so that nobody waits. */
const RENEW_MS = 20 * 60_000;
/** For as long GitHub may be out of reach before a token that still works is given up. */
const LAST_MS = 30_000;

/** Tokens are kept until they end in ten minutes, renewed before, and used to their end while GitHub mints no new ones. */
export function createTokenCache(options: {
  requests: AppRequests;
  now: () => Date;
  /** Told of every token, so that it can be recognised. */
  onToken: (minted: MintedToken) => void;
}): TokenCache {
  const { requests, now, onToken } = options;
  const entries = new Map<number, ReturnType<typeof createEntry>>();

  function createEntry(installationId: number) {
    let current:
      | (MintedToken & { covers: ReturnType<typeof createRepositoryNames> })
      | undefined;

    const mint = shared(async (more: { fresh?: boolean }) => {
      const minting = await mintToken({
        requests,
        installationId,
        now,
        fresh: more.fresh,
      });
      if (minting.outcome === 'minted') {
        onToken(minting);
        current = {
          ...minting,
          covers: createRepositoryNames({ requests, minted: minting, now }),
        };
      }
      return minting;
    });

    function held(): InstallationToken {
      const { token, expiresAt, covers } = current!;
      return { outcome: 'minted', token, expiresAt, covers };
    }

    async function get({
      fresh,
    }: {
      fresh?: boolean;
    }): Promise<InstallationToken> {
      const left = current ? current.validUntil - now().getTime() : 0;
      if (!fresh && left > LEAST_MS) {
        if (left <= RENEW_MS) {
          runInScope({ priority: 'background' }, () => {
            mint({}).catch(() => undefined);
          });
        }
        return held();
      }
      const minting = await mint({ fresh });
      const isUnlucky =
        minting.outcome === 'failed' && minting.failure.code === 'unreachable';
      if (
        minting.outcome === 'minted' ||
        (isUnlucky && !fresh && left > LAST_MS)
      ) {
        return held();
      }
      return minting;
    }

    return { get, holds: (token: string) => current?.token === token };
  }

  return {
    get({ installationId, fresh }) {
      let entry = entries.get(installationId);
      if (!entry) {
        entry = createEntry(installationId);
        entries.set(installationId, entry);
      }
      return entry.get({ fresh });
    },
    forget({ token }) {
      if (token === undefined) {
        entries.clear();
        return true;
      }
      const [found] =
        [...entries].find(([, entry]) => entry.holds(token)) ?? [];
      return found !== undefined && entries.delete(found);
    },
  };
}
