import type { Route } from '../http/Route';
import { convertManifestRoute } from './manifest/convertManifest';
import { createAccessTokenRoute } from './routes/createAccessToken';
import { findInstallationRoutes } from './routes/findInstallation';
import { getAppRoutes } from './routes/getApp';
import { installationItselfRoutes } from './routes/installationItself';
import { installationRepositoryRoutes } from './routes/installationRepositories';
import { manageInstallationRoutes } from './routes/manageInstallations';
import { userInstallationRoutes } from './routes/userInstallations';

/** All REST routes about Apps and installations. */
export const routes: Route[] = [
  ...getAppRoutes,
  ...manageInstallationRoutes,
  createAccessTokenRoute,
  ...installationItselfRoutes,
  ...findInstallationRoutes,
  ...userInstallationRoutes,
  ...installationRepositoryRoutes,
  convertManifestRoute,
];
