import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin } from '@callboard/page-parts';
import type { OrganisationsApi } from './OrganisationsApi';

/** The routes below `/api/access/organisations`. */
export function createOrganisationsClient(apis: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): OrganisationsApi {
  const pluginId = 'access';
  const path = '/organisations';
  return {
    read: options =>
      askPlugin({ ...apis, pluginId, path, signal: options?.signal }),
    sync: async ({ id }) => {
      await askPlugin({
        ...apis,
        pluginId,
        method: 'POST',
        path: `${path}/${encodeURIComponent(id)}/sync`,
        body: {},
      });
    },
  };
}
