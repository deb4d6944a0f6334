import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { ApiKeyDirectory } from './ApiKeyDirectory';
import { createApiKeyDirectory } from './createApiKeyDirectory';

/** The keys of machines, for the whole process. `@callboard/plugin-access-backend` says where they are kept. */
export const apiKeysServiceRef = createServiceRef<ApiKeyDirectory>({
  id: 'callboard.access.apiKeys',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createApiKeyDirectory(),
    }),
});
