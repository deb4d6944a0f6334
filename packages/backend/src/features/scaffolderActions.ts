import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** The actions of templates for a host of source code, loaded where `integrations` has one of its kind. GitHub's are always there. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    yield import('@callboard/plugin-scaffolder-backend-module-github');
    if (config.has('integrations.gitlab')) {
      yield import('@backstage/plugin-scaffolder-backend-module-gitlab');
    }
    if (config.has('integrations.azure')) {
      yield import('@backstage/plugin-scaffolder-backend-module-azure');
    }
  },
});
