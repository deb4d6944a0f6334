import type { TraceItem } from '@callboard/plugin-connections-common';

/** One request; `change` says what is different about it. */
export function callFixture(
  id: number,
  change: Partial<TraceItem> = {},
): TraceItem {
  return {
    id,
    at: new Date(Date.now() - 60_000 + id * 100).toISOString(),
    plugin: 'catalog',
    host: 'github.com',
    method: 'GET',
    path: `/repos/acme/checkout-service/contents/${id}`,
    owner: 'acme',
    repository: 'checkout-service',
    via: 'client',
    credentialId: 'app:github.com:1234',
    credentialKind: 'app',
    passedOver: [],
    status: 200,
    resource: 'core',
    cost: 1,
    limit: 5_000,
    remaining: 4_812,
    resetAt: new Date(Date.now() + 1_400_000).toISOString(),
    cached: false,
    waitedMs: 0,
    durationMs: 84,
    attempt: 1,
    ...change,
  };
}
