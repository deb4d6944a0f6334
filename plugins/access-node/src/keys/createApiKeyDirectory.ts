import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ApiKeyDirectory, ApiKeySource } from './ApiKeyDirectory';
import { matchesHash, parseKey } from './keyText';
import type { StoredKey } from './StoredKey';
import { within } from '../time/within';

/** How old what is known may be before it is read again: a revocation on another replica counts after this long. */
const FRESH_MS = 2_000;
/** How old it may be where it cannot be read again: then no key is honoured. */
const OLDEST_MS = 5_000;
const WAIT_MS = 5_000;

interface Snapshot {
  keys: Map<string, StoredKey>;
  /** When the reading began, by `monotonicMs`. */
  at: number;
}

/** Keys in memory, read when they are asked for and what is known is more than two seconds old. */
export function createApiKeyDirectory(
  options: {
    /** By this clock keys and overlaps end. */
    now?(): Date;
    /** A clock that is never set back, in milliseconds: by this one what was read grows old. */
    monotonicMs?(): number;
    /** How long a request waits for keys that are being read, and a reading for the database, in milliseconds. @defaultValue 5000 */
    waitMs?: number;
  } = {},
): ApiKeyDirectory {
  const {
    now = () => new Date(),
    monotonicMs = () => performance.now(),
    waitMs = WAIT_MS,
  } = options;
  let source: ApiKeySource | undefined;
  let attached: () => void;
  const attachment = new Promise<void>(resolve => (attached = resolve));
  let snapshot: Snapshot | undefined;
  let reading: Promise<void> | undefined;
  let outdated = false;

  async function read(): Promise<void> {
    await attachment;
    const at = monotonicMs();
    outdated = false;
    try {
      // An answer that comes later is of no use: by then it is too old, and another reading may have been quicker.
      const keys = await within({ ms: waitMs, work: source!.read() });
      snapshot = { keys: new Map(keys.map(key => [key.id, key])), at };
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
      snapshot !== undefined && monotonicMs() - snapshot.at < ms;
    if (!outdated && isYoungerThan(FRESH_MS)) return snapshot!.keys;
    await within({ ms: waitMs, work: readOnce() }).catch(() => {});
    // The reading may have begun long before this asked for it.
    if (isYoungerThan(OLDEST_MS)) return snapshot!.keys;
    throw new ServiceUnavailableError(
      'Keys cannot be checked at present; try again in a moment',
    );
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
