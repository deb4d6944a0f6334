import type { Feature } from '../Feature';
import { codeAlertRoutes } from './code/codeAlertRoutes';
import { organisationAlertRoutes } from './routes/organisationAlertRoutes';
import { organisationScanningRoutes } from './routes/organisationScanningRoutes';
import { repositoryAlertRoutes } from './routes/repositoryAlertRoutes';
import { settingRoutes } from './routes/settingRoutes';
import { secretAlertRoutes } from './secrets/secretAlertRoutes';

/** Alerts of Dependabot, code scanning and secret scanning. */
export const alertsFeature: Feature = {
  name: 'alerts',
  routes: [
    ...repositoryAlertRoutes,
    ...organisationAlertRoutes,
    ...settingRoutes,
    ...codeAlertRoutes,
    ...secretAlertRoutes,
    ...organisationScanningRoutes,
  ],
};
