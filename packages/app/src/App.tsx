import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { createApp } from '@backstage/frontend-defaults';
import apiDocs from '@backstage/plugin-api-docs/alpha';
import userSettingsStorage from '@backstage/plugin-app-module-user-settings';
import auth from '@backstage/plugin-auth';
import catalog from '@backstage/plugin-catalog/alpha';
import catalogGraph from '@backstage/plugin-catalog-graph/alpha';
import catalogImport from '@backstage/plugin-catalog-import/alpha';

import home from '@backstage/plugin-home/alpha';
import notifications from '@backstage/plugin-notifications/alpha';
import org from '@backstage/plugin-org/alpha';
import scaffolder from '@backstage/plugin-scaffolder/alpha';
import search from '@backstage/plugin-search/alpha';
import signals from '@backstage/plugin-signals/alpha';

import userSettings from '@backstage/plugin-user-settings/alpha';
import access from '@callboard/plugin-access';
import avatars from '@callboard/plugin-avatars';
import connections from '@callboard/plugin-connections';
import github from '@callboard/plugin-github';
import homePage from '@callboard/plugin-home';
import runs, { templateCardModule } from '@callboard/plugin-scaffolder';
import shell, {
  apisPageModule,
  authApis,
  catalogPageModule,
  entityHeaderModule,
} from '@callboard/plugin-shell';
import { diagnostics } from './features/diagnostics';
import { docs } from './features/docs';
import { presetPlugins } from './features/presetPlugins';
import { portalThemes } from './theme/themes';

const themes = createFrontendModule({
  pluginId: 'app',
  extensions: portalThemes,
});

/** The portal's frontend: one line per feature. Pages load when they are visited. */
export default createApp({
  features: [
    themes,
    shell,
    userSettingsStorage,
    auth,
    authApis,

    home,
    homePage,
    catalog,
    catalogPageModule,
    entityHeaderModule,
    avatars,
    catalogGraph,
    catalogImport,
    apiDocs,
    apisPageModule,
    docs,
    scaffolder,
    runs,
    templateCardModule,
    search,
    org,

    notifications,
    signals,
    userSettings,
    access,
    connections,
    github,
    diagnostics,
    presetPlugins,
  ],
});
