import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import type { RequestTrace } from '@callboard/plugin-github-node';

const HOUR_MS = 3_600_000;
const MOST_ENTRIES = 1000;

/** Which plugins spent a limit, most first. */
export type SpentBy = (
  resource: RateLimitFacts['resource'],
) => RateLimitFacts['spentBy'];

/**
 * What plugins spent of the limits of a credential in the last hour; read once for all of them. The counts know credentials; those of one
 * installation among several come from the trace, which goes back as far as it remembers.
 */
export function spendingOf(options: {
  trace: RequestTrace;
  host: string;
  /** `none` for requests without a credential. */
  credentialId?: string;
  owner?: string;
  now: () => Date;
}): SpentBy {
  const { trace, host, credentialId, owner, now } = options;
  const since = now().getTime() - HOUR_MS;
  const all = owner
    ? trace
        .list({ host, credentialId, owner, limit: MOST_ENTRIES })
        .filter(({ at }) => Date.parse(at) >= since)
        .map(entry => ({ ...entry, requests: 1 }))
    : trace.spenders({ host, withinMs: HOUR_MS });
  const own = all.filter(
    one => (one.credentialId ?? 'none') === (credentialId ?? 'none'),
  );
  return resource => {
    const byPlugin = new Map<string, RateLimitFacts['spentBy'][number]>();
    for (const one of own) {
      if (one.resource !== resource) continue;
      const { plugin } = one;
      const sum = byPlugin.get(plugin) ?? { plugin, requests: 0, cost: 0 };
      sum.requests += one.requests;
      sum.cost += one.cost;
      byPlugin.set(plugin, sum);
    }
    return [...byPlugin.values()].sort(
      (a, b) => b.cost - a.cost || b.requests - a.requests,
    );
  };
}
