import type { StoredCredentials } from '../../stored/StoredCredentials';
import { fingerprintOf } from '../fingerprintOf';

/**
 * The tokens that were in use before a rotation, or are since. Code that read its configuration earlier goes on with one of them, whatever
 * the configuration names now, and whoever wants to revoke it has to know.
 */
export interface StoredTokens {
  /** `fingerprint`: of the token that a request carries. */
  has(options: { host: string; fingerprint: string }): boolean;
  /** Stops following what is stored. */
  close(): void;
}

/** Reads what is stored when it is first asked, and again after a change: each reading copies all keys, and each request asks. */
export function createStoredTokens(options: {
  stored: Pick<StoredCredentials, 'list' | 'onChange'>;
}): StoredTokens {
  const { stored } = options;
  let known: Set<string> | undefined;
  const close = stored.onChange(() => {
    known = undefined;
  });

  function read(): Set<string> {
    const tokens = stored.list().filter(item => item.kind === 'token');
    return new Set(
      tokens.flatMap(({ host, token, replaces }) =>
        [fingerprintOf(token), replaces].map(fingerprint =>
          keyOf(host, fingerprint),
        ),
      ),
    );
  }

  return {
    has({ host, fingerprint }) {
      known ??= read();
      return known.has(keyOf(host, fingerprint));
    },
    close,
  };
}

function keyOf(host: string, fingerprint: string): string {
  return `${host.toLowerCase()} ${fingerprint}`;
}
