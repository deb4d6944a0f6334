import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { createProviderObservations } from './createProviderObservations';
import type { ProviderObservations } from './ProviderObservations';

/** One for the process. Without the plugin `access` nobody subscribes, and it keeps the last 100 syncs. */
export const providerObservationsServiceRef =
  createServiceRef<ProviderObservations>({
    id: 'callboard.access.provider-observations',
    scope: 'root',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {},
        factory: () => createProviderObservations({ now: () => new Date() }),
      }),
  });
