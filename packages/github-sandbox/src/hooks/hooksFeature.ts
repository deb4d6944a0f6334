import type { Feature } from '../Feature';
import { dispatchEvents } from './delivery/dispatchEvents';
import { forgetHooks } from './forgetHooks';
import { appHookRoutes } from './routes/app/appHookRoutes';
import { organisationHookRoutes } from './routes/organisationHookRoutes';
import { repositoryHookRoutes } from './routes/repositoryHookRoutes';

/** Webhooks of repositories, organisations and Apps. */
export const hooksFeature: Feature = {
  name: 'hooks',
  routes: [
    ...repositoryHookRoutes,
    ...organisationHookRoutes,
    ...appHookRoutes,
  ],
  start({ sandbox }) {
    dispatchEvents({ sandbox });
    forgetHooks({ sandbox });
  },
};
