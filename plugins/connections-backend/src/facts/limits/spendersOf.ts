import type { SpenderFacts } from '@callboard/plugin-connections-common';
import type { RequestTrace } from '@callboard/plugin-github-node';

const HOUR_MS = 3_600_000;

/** Who spent what on a host in the last hour, most first. */
export function spendersOf(options: {
  trace: RequestTrace;
  host: string;
}): SpenderFacts[] {
  const { trace, host } = options;
  return trace
    .spenders({ host, withinMs: HOUR_MS })
    .map(({ plugin, credentialId, resource, requests, cost }) => ({
      ...{ plugin, credentialId, resource, requests, cost },
    }))
    .sort((a, b) => b.cost - a.cost || b.requests - a.requests);
}
