import { catalogRecorder } from './catalogRecorder';
import { configFeature } from './configFeature';

/** What both backends for GitHub have: all that stock Backstage has for it, but its template actions. */
export const gitHubFeatures = () => [
  configFeature(),
  import('@backstage/plugin-auth-backend'),
  import('@backstage/plugin-auth-backend-module-github-provider'),
  import('@backstage/plugin-catalog-backend'),
  import('@backstage/plugin-catalog-backend-module-github'),
  import('@backstage/plugin-catalog-backend-module-github-org'),
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  import('@backstage/plugin-events-backend'),
  import('@backstage/plugin-events-backend-module-github'),
  import('@backstage/plugin-permission-backend'),
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
  import('@backstage/plugin-scaffolder-backend'),
  catalogRecorder,
];
