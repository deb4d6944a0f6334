import type { RateResource } from '../core/limits/RateLimits';

/** Which limit a route of REST counts against. */
export function rateResourceOf(
  route: string,
): Exclude<RateResource, 'graphql'> | undefined {
  if (route === 'GET /rate_limit') return undefined;
  if (route === 'GET /search/code') return 'code_search';
  if (route.startsWith('GET /search/')) return 'search';
  if (route === 'POST /app-manifests/{code}/conversions') {
    return 'integration_manifest';
  }
  return 'core';
}
