import type { Feature } from '../Feature';
import { settingsRoutes } from './routes';

/** What a repository or organisation is set to: protection, rules, environments, secrets, keys. */
export const settingsFeature: Feature = {
  name: 'settings',
  routes: settingsRoutes,
};
