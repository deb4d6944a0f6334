import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** Exactly one permission policy is ever loaded. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader() {
    yield import(
      '@backstage/plugin-permission-backend-module-allow-all-policy'
    );
  },
});
