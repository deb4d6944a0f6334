import type { RateResource } from '../trace/TraceEntry';

/** The limits that are known here by name. */
export const knownResources = [
  'core',
  'graphql',
  'search',
  'code_search',
] as const;

/**
 * A limit that is known here, by its name in `x-ratelimit-resource`; undefined for any other, such as `integration_manifest`.
 * https://docs.github.com/en/rest/rate-limit/rate-limit
 */
export function knownResource(name: string): RateResource | undefined {
  return knownResources.find(known => known === name);
}
