import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin } from '@callboard/page-parts';
import type { SessionsApi } from './SessionsApi';

/** The routes below `/api/access/sessions`. */
export function createSessionsClient(apis: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): SessionsApi {
  return {
    list: options =>
      askPlugin({
        ...apis,
        pluginId: 'access',
        path: '/sessions',
        signal: options?.signal,
      }),
    revoke: async ({ userEntityRef }) => {
      await askPlugin({
        ...apis,
        pluginId: 'access',
        method: 'POST',
        path: '/sessions/revoke',
        body: { userEntityRef },
      });
    },
  };
}
