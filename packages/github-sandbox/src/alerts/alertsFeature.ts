import type { Feature } from '../Feature';
import { organisationAlertRoutes } from './routes/organisationAlertRoutes';
import { repositoryAlertRoutes } from './routes/repositoryAlertRoutes';
import { scanningRoutes } from './routes/scanningRoutes';
import { settingRoutes } from './routes/settingRoutes';

/** Dependabot alerts, and what GitHub says of scanning where there is none. */
export const alertsFeature: Feature = {
  name: 'alerts',
  routes: [
    ...repositoryAlertRoutes,
    ...organisationAlertRoutes,
    ...settingRoutes,
    ...scanningRoutes,
  ],
};
