import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin } from '@callboard/page-parts';
import type { SignInsApi } from './SignInsApi';

/** The routes below `/api/access/sign-ins`. */
export function createSignInsClient(apis: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): SignInsApi {
  const ask = (path: string, signal?: AbortSignal) =>
    askPlugin({ ...apis, pluginId: 'access', path, signal });
  return {
    list: async options => (await ask('/sign-ins', options?.signal)).failures,
    mine: async () => (await ask('/sign-ins/mine')).notices,
  };
}
