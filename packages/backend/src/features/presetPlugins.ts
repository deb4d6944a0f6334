import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';

/** Backends that presets can turn on, by package name. */
const PLUGINS = {
  '@backstage-community/plugin-azure-devops-backend': () =>
    import('@backstage-community/plugin-azure-devops-backend'),
  '@backstage-community/plugin-jenkins-backend': () =>
    import('@backstage-community/plugin-jenkins-backend'),
  '@backstage-community/plugin-mcp-chat-backend': () =>
    import('@backstage-community/plugin-mcp-chat-backend'),
  '@backstage-community/plugin-sonarqube-backend': () =>
    import('@backstage-community/plugin-sonarqube-backend'),
  '@backstage-community/plugin-tech-radar-backend': () =>
    import('@backstage-community/plugin-tech-radar-backend'),
  '@backstage-community/plugin-vault-backend': () =>
    import('@backstage-community/plugin-vault-backend'),
  '@backstage/plugin-kubernetes-backend': () =>
    import('@backstage/plugin-kubernetes-backend'),
  '@roadiehq/backstage-plugin-argo-cd-backend': () =>
    import('@roadiehq/backstage-plugin-argo-cd-backend'),
};

/** Loads the backends that `callboard.plugins` names. Frontends are named in the same list, and are none of its business. */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    const names = config.getOptionalStringArray('callboard.plugins') ?? [];
    for (const [name, load] of Object.entries(PLUGINS)) {
      if (names.includes(name)) {
        yield load();
      }
    }
  },
});
