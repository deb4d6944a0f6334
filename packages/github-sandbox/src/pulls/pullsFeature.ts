import type { Feature } from '../Feature';
import { mountPatches } from './mountPatches';
import { pullRoutes } from './routes';
import { watchPushes } from './sync/watchPushes';

export const pullsFeature: Feature = {
  name: 'pulls',
  routes: pullRoutes,
  mount: mountPatches,
  start: watchPushes,
};
