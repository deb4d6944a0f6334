import type { Feature } from '../Feature';
import { organisationFeatureRoutes } from './routes';

/** People, organisations and teams. */
export const organisationsFeature: Feature = {
  name: 'organisations',
  routes: organisationFeatureRoutes,
};
