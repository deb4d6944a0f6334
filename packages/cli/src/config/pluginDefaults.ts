import type { JsonObject } from '@backstage/types';

/** What the schema of a plugin demands although the plugin does without it, or has a sensible value here. */
const DEFAULTS: Record<string, JsonObject> = {
  '@backstage-community/plugin-azure-devops-backend': {
    azureDevOps: { pullRequestDashboard: { organizations: [] } },
  },
  '@backstage-community/plugin-tech-radar-backend': {
    techRadar: { url: 'file:presets/radar.json' },
  },
};

/** Configuration for the plugins that are on, below whatever anybody writes. */
export function pluginDefaults(plugins: string[]): JsonObject {
  return Object.assign({}, ...plugins.map(name => DEFAULTS[name] ?? {}));
}
