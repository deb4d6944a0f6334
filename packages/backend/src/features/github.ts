import {
  coreServices,
  createBackendFeatureLoader,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';

/** Where the configuration names a GitHub, as a source of the catalog, as a sender of events, or at all. */
const KEYS = [
  'catalog.providers.github',
  'catalog.providers.githubOrg',
  'events.modules.github.webhookSecret',
  'integrations.github',
];

/**
 * The catalog from GitHub, its webhooks and imports are loaded only where a GitHub is configured. An App that is made while the portal runs
 * has its webhooks taken at once, so a secret need not be there at the start.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (KEYS.some(key => config.has(key)) || hasConnection(config)) {
      yield import('@callboard/plugin-github-backend');
    }
  },
});

function hasConnection(config: RootConfigService): boolean {
  const connections = config.getOptional<JsonObject[]>('connections');
  return (
    Array.isArray(connections) &&
    connections.some(connection => connection?.type === 'github')
  );
}
