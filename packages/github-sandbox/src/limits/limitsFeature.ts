import type { Feature } from '../Feature';
import type { RateResource } from '../core/limits/RateLimits';
import { limitOf } from './limitOf';

const RESOURCES: RateResource[] = [
  'core',
  'search',
  'code_search',
  'graphql',
  'integration_manifest',
];

/** `GET /rate_limit`, which itself costs nothing, and tells as well when nothing is left. */
export const limitsFeature: Feature = {
  name: 'limits',
  routes: [
    {
      route: 'GET /rate_limit',
      on: 'anything',
      handle({ sandbox, viewer, urls }) {
        const statuses = Object.fromEntries(
          RESOURCES.map(resource => [
            resource,
            sandbox.limits.status({
              ...limitOf({ viewer, resource }),
              resource,
            }),
          ]),
        );
        const { core } = statuses;
        const { pathname } = new URL(`${urls.api}/rate_limit`);
        const until = sandbox.faults.rateLimitedUntil({ path: pathname });
        const resources = {
          ...statuses,
          core: until
            ? {
                ...core,
                used: core.limit,
                remaining: 0,
                reset: Math.ceil(Date.parse(until) / 1000),
              }
            : core,
        };
        return { body: { resources, rate: resources.core } };
      },
    },
  ],
};
