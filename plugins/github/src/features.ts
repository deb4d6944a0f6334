import {
  createFrontendFeatureLoader,
  type ConfigApi,
} from '@backstage/frontend-plugin-api';
import { activityModule } from './activity/activityModule';
import { githubPlugin } from './plugin';

/** The plugin, and what asks about repositories only where the backend has a GitHub to ask. */
export const githubFeatures = createFrontendFeatureLoader({
  *loader({ config }) {
    yield githubPlugin;
    if (hasActivity(config)) yield activityModule;
  },
});

/** Without a GitHub the backend of this plugin is not there, and cards on each page would say so. */
function hasActivity(config: ConfigApi): boolean {
  const isOff =
    config.getOptionalBoolean('callboard.github.activity.enabled') === false;
  const hosts = config.getOptionalConfigArray('integrations.github') ?? [];
  return !isOff && hosts.length > 0;
}
