import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { atMost } from './atMost';
import type { UserToken } from './readUserToken';
import type { RevocationList, Revocations } from './Revocations';

/** So long a list is honoured. It is read every two seconds; after this, a token that was ended might still be taken. */
export const STALE_AFTER_MS = 30_000;
const FIRST_LIST_WITHIN_MS = 10_000;

/** What is refused, in memory. */
export function createRevocations(
  options: {
    monotonicMs?: () => number;
    /** @defaultValue 10 seconds */
    startWithinMs?: number;
  } = {},
): Revocations {
  const { startWithinMs = FIRST_LIST_WITHIN_MS } = options;
  const monotonicMs = options.monotonicMs ?? (() => performance.now());
  const listeners = new Set<() => void>();
  let list: RevocationList | undefined;
  let readAt = -Infinity;
  let arrived!: () => void;
  const first = new Promise<void>(resolve => {
    arrived = resolve;
  });

  const has = ({ userEntityRef, issuedAt, id }: UserToken) =>
    !!list &&
    (list.tokens.has(id) ||
      // A second has room for both a sign-in and what ends it; the one that was first cannot be told.
      issuedAt <= (list.people.get(userEntityRef) ?? -Infinity));

  return {
    monotonicMs,
    has,
    people: () => list?.people ?? new Map(),
    async check(token) {
      if (!list) await atMost({ wait: first, ms: startWithinMs });
      if (!list || monotonicMs() - readAt > STALE_AFTER_MS) {
        throw new ServiceUnavailableError(
          'It cannot be said whether this session was ended: the list of ended sessions could not be read from the database. Try again shortly.',
        );
      }
      if (has(token)) {
        throw new AuthenticationError(
          'This session was ended. Sign in again to go on.',
        );
      }
    },
    load(read) {
      if (read.readAt < readAt) return;
      ({ list, readAt } = read);
      arrived();
      listeners.forEach(listener => listener());
    },
    onLoad(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
