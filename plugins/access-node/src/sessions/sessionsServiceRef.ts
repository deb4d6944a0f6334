import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { createSessions } from './createSessions';
import type { Sessions } from './Sessions';

/** What the plugins of a process share of sessions. */
export const sessionsServiceRef = createServiceRef<Sessions>({
  id: 'callboard.access.sessions',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createSessions(),
    }),
});
