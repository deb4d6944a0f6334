import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** The module for each key below `catalog.providers`. GitHub has more than a module: `github.ts`. */
const SOURCES = {
  azureDevOps: () =>
    import('@callboard/plugin-catalog-backend-module-azure-devops'),
  gitlab: () => import('@backstage/plugin-catalog-backend-module-gitlab'),
  keycloakOrg: () =>
    import('@backstage-community/plugin-catalog-backend-module-keycloak'),
  ldapOrg: () => import('@backstage/plugin-catalog-backend-module-ldap'),
  microsoftGraphOrg: () =>
    import('@backstage/plugin-catalog-backend-module-msgraph'),
};

/** What fills the catalog is loaded only where `catalog.providers` configures it. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    for (const [key, load] of Object.entries(SOURCES)) {
      if (config.has(`catalog.providers.${key}`)) {
        yield load();
      }
    }
    // The people and groups of GitLab come from the same key through a module of their own.
    if (config.has('catalog.providers.gitlab')) {
      yield import('@backstage/plugin-catalog-backend-module-gitlab-org');
    }
  },
});
