import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** Serves the frontend, unless `app.serve` is false because another server does. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.getOptionalBoolean('app.serve') ?? true) {
      yield import('@backstage/plugin-app-backend');
    }
  },
});
