import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ObservedSignIns } from './ObservedSignIns';

/** What the portal saw of sign-ins. Nothing, unless `observeSignIns` is part of the backend. */
export const observedSignInsServiceRef = createServiceRef<ObservedSignIns>({
  id: 'callboard.connections.observed-sign-ins',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => ({ list: () => [] }),
    }),
});
