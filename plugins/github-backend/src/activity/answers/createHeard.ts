import type { Knex } from 'knex';
import { LRUCache } from 'lru-cache';
import { DELIVERIES_KEPT_MS } from '../../events/DeliveryLedger';

const LOOKED_UP_MS = 30_000;

/** Which of GitHub's events reach the portal. */
export interface Heard {
  /**
   * Whether all of these have come from an owner in the last seven days. Of those that the App is `subscribed` to it is enough that any event
   * has come: some are rare.
   */
  all(options: {
    host: string;
    owner: string;
    events: string[];
    /** @defaultValue none */
    subscribed?: string[];
  }): Promise<boolean>;
  /** When the last of any kind came, in milliseconds since the epoch. */
  lastAt(options: { host: string; owner: string }): Promise<number | undefined>;
  /** One came just now: what was looked up may be otherwise. */
  note(options: { host: string; owner: string }): void;
}

/** See `Heard`. What was found out counts for half a minute. */
export function createHeard(options: { knex: Knex; now: () => Date }): Heard {
  const { knex, now } = options;
  const known = new LRUCache<string, Promise<Map<string, number>>>({
    max: 500,
    ttl: LOOKED_UP_MS,
  });

  function kindsOf(which: { host: string; owner: string }) {
    const { host } = which;
    const owner = which.owner.toLowerCase();
    const key = `${host}/${owner}`;
    let kinds = known.get(key);
    if (!kinds) {
      kinds = knex('github_deliveries')
        .where({ host, owner })
        .where('received_at_ms', '>=', now().getTime() - DELIVERIES_KEPT_MS)
        .groupBy('event')
        .select('event')
        .max({ at: 'received_at_ms' })
        .then(
          (rows: { event?: string; at?: number | string }[]) =>
            new Map(rows.map(({ event, at }) => [String(event), Number(at)])),
        );
      known.set(key, kinds);
      kinds.catch(() => known.delete(key));
    }
    return kinds;
  }

  return {
    async all({ events, subscribed = [], ...which }) {
      if (events.length === 0) return false;
      const kinds = await kindsOf(which);
      return (
        kinds.size > 0 &&
        events.every(event => kinds.has(event) || subscribed.includes(event))
      );
    },
    async lastAt(which) {
      const times = [...(await kindsOf(which)).values()];
      return times.length > 0 ? Math.max(...times) : undefined;
    },
    note({ host, owner }) {
      const key = `${host}/${owner.toLowerCase()}`;
      // Only what said that nothing comes at all is looked up again at once; counting the events of a busy owner takes its time.
      known.get(key)?.then(
        kinds => void (kinds.size === 0 && known.delete(key)),
        () => undefined,
      );
    },
  };
}
