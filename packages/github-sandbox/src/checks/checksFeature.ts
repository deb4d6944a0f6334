import type { Feature } from '../Feature';
import { requestSuites } from './requestSuites';
import { checkRoutes } from './routes';

export const checksFeature: Feature = {
  name: 'checks',
  routes: checkRoutes,
  start({ sandbox }) {
    sandbox.events.on(event => {
      if (event.name === 'push') requestSuites({ sandbox, push: event });
    });
  },
};
