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

/** `GET /rate_limit`, which itself costs nothing. */
export const limitsFeature: Feature = {
  name: 'limits',
  routes: [
    {
      route: 'GET /rate_limit',
      on: 'anything',
      handle({ sandbox, viewer }) {
        const resources = Object.fromEntries(
          RESOURCES.map(resource => [
            resource,
            sandbox.limits.status({
              ...limitOf({ viewer, resource }),
              resource,
            }),
          ]),
        );
        return { body: { resources, rate: resources.core } };
      },
    },
  ],
};
