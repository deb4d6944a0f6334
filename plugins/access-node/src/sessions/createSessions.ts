import { ServiceUnavailableError } from '@backstage/errors';
import { atMost } from './atMost';
import { createRevocations } from './createRevocations';
import { createSeenPeople } from './createSeenPeople';
import type { Sessions } from './Sessions';
import type { SessionStore } from './SessionStore';

const STORE_WITHIN_MS = 10_000;

/** What a process knows of sessions before the access plugin has told it anything. */
export function createSessions(
  options: {
    now?: () => Date;
    monotonicMs?: () => number;
    /** How long to wait for the access plugin while the portal starts. @defaultValue 10 seconds */
    startWithinMs?: number;
  } = {},
): Sessions {
  const { startWithinMs = STORE_WITHIN_MS } = options;
  let store: SessionStore | undefined;
  let arrived!: () => void;
  const connected = new Promise<void>(resolve => {
    arrived = resolve;
  });
  return {
    revocations: createRevocations(options),
    seen: createSeenPeople(options),
    connect(given) {
      store = given;
      arrived();
    },
    async store() {
      if (!store) await atMost({ wait: connected, ms: startWithinMs });
      if (!store) {
        throw new ServiceUnavailableError(
          'The access plugin of this portal has not started, so sessions cannot be kept. Try again shortly.',
        );
      }
      return store;
    },
  };
}
