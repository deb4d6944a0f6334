import type { RateLimitFacts } from '@callboard/plugin-connections-common';
import type { RequestTrace } from '@callboard/plugin-github-node';

const HOUR_MS = 3_600_000;
const MOST_ENTRIES = 1000;

/**
 * Which plugins spent a limit in the last hour, most first. The counts know credentials; those of one installation among several come from
 * the trace, which goes back as far as it remembers.
 */
export function spentBy(options: {
  trace: RequestTrace;
  host: string;
  credentialId?: string;
  owner?: string;
  resource: RateLimitFacts['resource'];
  now: () => Date;
}): RateLimitFacts['spentBy'] {
  const { trace, host, credentialId, owner, resource, now } = options;
  const since = now().getTime() - HOUR_MS;
  const counts = owner
    ? trace
        .list({ host, credentialId, owner, limit: MOST_ENTRIES })
        .filter(({ at }) => Date.parse(at) >= since)
        .map(entry => ({ ...entry, requests: 1 }))
    : trace.spenders({ host, withinMs: HOUR_MS });
  const byPlugin = new Map<string, RateLimitFacts['spentBy'][number]>();
  for (const one of counts) {
    const isOf = (one.credentialId ?? 'none') === (credentialId ?? 'none');
    if (one.resource !== resource || !isOf) continue;
    const { plugin } = one;
    const sum = byPlugin.get(plugin) ?? { plugin, requests: 0, cost: 0 };
    sum.requests += one.requests;
    sum.cost += one.cost;
    byPlugin.set(plugin, sum);
  }
  return [...byPlugin.values()].sort(
    (a, b) => b.cost - a.cost || b.requests - a.requests,
  );
}
