import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/**
 * What receives webhooks is loaded only where its secret is configured: the module verifies signatures with it, and without one would
 * take any request for GitHub's.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('events.modules.github.webhookSecret')) {
      yield import('@backstage/plugin-events-backend-module-github');
    }
  },
});
