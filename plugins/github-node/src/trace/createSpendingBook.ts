import type { Spender, TraceEntry } from './TraceEntry';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Of different spenders in one minute; plugins, hosts and credentials are few, so that only a mistake reaches it. */
const MOST_IN_A_MINUTE = 500;

/** Takes what has no place any more. */
const REST: Spender = {
  plugin: 'others',
  host: '',
  resource: 'other',
  requests: 0,
  cost: 0,
};

/** Counts who spent how much, by the minute, for an hour. */
export function createSpendingBook(options: { now: () => Date }) {
  const { now } = options;
  /** By the number of the minute since the epoch. */
  const minutes = new Map<number, Map<string, Spender>>();
  const minuteOf = (time: number) => Math.floor(time / MINUTE);

  return {
    add(
      entry: Pick<
        TraceEntry,
        'plugin' | 'host' | 'credentialId' | 'resource' | 'cost'
      >,
      requests: number,
    ): void {
      const minute = minuteOf(now().getTime());
      for (const old of minutes.keys()) {
        if (old <= minute - HOUR / MINUTE) minutes.delete(old);
      }
      const spenders = minutes.get(minute) ?? new Map<string, Spender>();
      minutes.set(minute, spenders);
      const spender = spenderOf(entry);
      const key = keyOf(spender);
      const known =
        spenders.get(key) ??
        (spenders.size < MOST_IN_A_MINUTE
          ? spender
          : spenders.get(keyOf(REST)) ?? { ...REST });
      known.requests += requests;
      known.cost += entry.cost;
      spenders.set(keyOf(known), known);
    },
    spenders(filter: { host?: string; withinMs?: number } = {}): Spender[] {
      const { host, withinMs = HOUR } = filter;
      const since = minuteOf(now().getTime() - Math.min(withinMs, HOUR));
      const sums = new Map<string, Spender>();
      for (const [minute, spenders] of minutes) {
        for (const [key, spender] of spenders) {
          if (minute > since && (!host || spender.host === host)) {
            const sum = sums.get(key);
            sums.set(key, {
              ...spender,
              requests: spender.requests + (sum?.requests ?? 0),
              cost: spender.cost + (sum?.cost ?? 0),
            });
          }
        }
      }
      return [...sums.values()].sort(
        (one, other) => other.cost - one.cost || other.requests - one.requests,
      );
    },
  };
}

function spenderOf(
  entry: Pick<TraceEntry, 'plugin' | 'host' | 'credentialId' | 'resource'>,
): Spender {
  const { plugin, host, credentialId, resource } = entry;
  return { plugin, host, credentialId, resource, requests: 0, cost: 0 };
}

function keyOf(spender: Spender): string {
  const { plugin, host, credentialId, resource } = spender;
  return JSON.stringify([plugin, host, credentialId, resource]);
}
