import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin } from '@callboard/page-parts';
import type { KeysApi } from './KeysApi';

/** The routes below `/api/access/keys`. */
export function createKeysClient(apis: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): KeysApi {
  const post = (path: string, body: object) =>
    askPlugin({ ...apis, pluginId: 'access', method: 'POST', path, body });
  const of = (id: string) => `/keys/${encodeURIComponent(id)}`;
  return {
    list: options =>
      askPlugin({
        ...apis,
        pluginId: 'access',
        path: '/keys',
        signal: options?.signal,
      }),
    create: request => post('/keys', request),
    rotate: ({ id, ...body }) => post(`${of(id)}/rotate`, body),
    revoke: ({ id }) => post(`${of(id)}/revoke`, {}),
  };
}
