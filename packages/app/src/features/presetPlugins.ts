import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';

/** Pages that presets can turn on, by package name. Each is a bundle of its own. */
const PLUGINS = {
  '@backstage-community/plugin-azure-devops': () =>
    import('./presets/azureDevOps'),
  '@backstage-community/plugin-github-actions': () =>
    import('./presets/githubActions'),
  '@backstage-community/plugin-jenkins': () => import('./presets/jenkins'),
  '@backstage-community/plugin-sonarqube': () => import('./presets/sonarqube'),
  '@backstage-community/plugin-tech-radar': () =>
    import('./presets/techRadar/techRadar'),
  '@backstage-community/plugin-vault': () => import('./presets/vault/vault'),
  '@backstage/plugin-kubernetes': () =>
    import('./presets/kubernetes/kubernetes'),
  '@roadiehq/backstage-plugin-argo-cd': () => import('./presets/argoCd/argoCd'),
};

/** Loads the pages that `callboard.plugins` names. Backends are named in the same list, and are none of its business. */
export const presetPlugins = createFrontendFeatureLoader({
  async *loader({ config }) {
    const names = config.getOptionalStringArray('callboard.plugins') ?? [];
    const loading = Object.entries(PLUGINS)
      .filter(([name]) => names.includes(name))
      .map(([, load]) => load());
    yield* await Promise.all(loading);
  },
});
