import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ApiKeyDirectory, ApiKeySource } from './ApiKeyDirectory';
import { matchesHash, parseKey } from './keyText';
import type { StoredKey } from './StoredKey';

/** How old what is known may be before it is read again: a revocation on another replica counts after this long. */
const FRESH_MS = 2_000;
/** How old it may be where it cannot be read again: then no key is honoured. */
const OLDEST_MS = 5_000;
const WAIT_MS = 5_000;

interface Snapshot {
  keys: Map<string, StoredKey>;
  /** When the reading began, in epoch milliseconds. */
  at: number;
}

/** Keys in memory, read when they are asked for and what is known is more than two seconds old. */
export function createApiKeyDirectory(
  options: {
    now?(): Date;
    /** How long a request waits for keys that are being read, in milliseconds. @defaultValue 5000 */
    waitMs?: number;
  } = {},
): ApiKeyDirectory {
  const { now = () => new Date(), waitMs = WAIT_MS } = options;
  let source: ApiKeySource | undefined;
  let attached: () => void;
  const attachment = new Promise<void>(resolve => (attached = resolve));
  let snapshot: Snapshot | undefined;
  let reading: Promise<Snapshot> | undefined;
  let outdated = false;

  async function read(): Promise<Snapshot> {
    await attachment;
    const at = now().getTime();
    outdated = false;
    try {
      const keys = await source!.read();
      snapshot = { keys: new Map(keys.map(key => [key.id, key])), at };
      return snapshot;
    } catch (error) {
      outdated = true;
      throw error;
    }
  }

  /** One reading at a time, however many wait for it. */
  function readOnce() {
    reading ??= read().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function current(): Promise<Map<string, StoredKey>> {
    const isYoungerThan = (ms: number) =>
      snapshot !== undefined && now().getTime() - snapshot.at < ms;
    if (!outdated && isYoungerThan(FRESH_MS)) return snapshot!.keys;
    try {
      const latest = await within({ ms: waitMs, work: readOnce() });
      return latest.keys;
    } catch {
      if (isYoungerThan(OLDEST_MS)) return snapshot!.keys;
      throw new ServiceUnavailableError(
        'Keys cannot be checked at present; try again in a moment',
      );
    }
  }

  function good(key: StoredKey): StoredKey {
    const refuse = (reason: 'expired' | 'revoked') => {
      source!.refused({ id: key.id, reason });
      return new AuthenticationError(`The key ${key.id} is ${reason}`);
    };
    if (key.revokedAt) throw refuse('revoked');
    if (key.expiresAt <= now()) throw refuse('expired');
    return key;
  }

  return {
    attach(given) {
      source = given;
      attached();
    },
    async verify(token) {
      const parsed = parseKey(token);
      if (!parsed) return undefined;
      const { id, secret } = parsed;
      const key = (await current()).get(id);
      if (!key) return undefined;
      if (!matchesHash({ secret, hash: key.hash })) {
        const { previous } = key;
        if (!previous || !matchesHash({ secret, hash: previous.hash })) {
          return undefined;
        }
        if (previous.until <= now()) {
          source!.refused({ id, reason: 'replaced' });
          throw new AuthenticationError(
            `The key ${id} has a new secret, and the one before is no longer good`,
          );
        }
      }
      good(key);
      source!.used({ id, at: now() });
      return key;
    },
    async find({ id }) {
      const key = (await current()).get(id);
      if (!key) throw new AuthenticationError(`There is no key ${id}`);
      return good(key);
    },
    async refresh() {
      // What is being read may have been read before the change.
      await reading?.catch(() => {});
      outdated = true;
      // A key that is asked for reads again where this cannot.
      await current().catch(() => {});
    },
  };
}

async function within<T>(options: {
  ms: number;
  work: Promise<T>;
}): Promise<T> {
  const { ms, work } = options;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
