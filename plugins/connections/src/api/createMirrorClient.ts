import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin } from '@callboard/page-parts';
import type { MirrorApi } from './MirrorApi';

/** The routes below `/api/github` that tell of the mirror. */
export function createMirrorClient(apis: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): MirrorApi {
  const pluginId = 'github';
  return {
    status: options =>
      askPlugin({
        ...apis,
        pluginId,
        path: '/status',
        signal: options?.signal,
      }),
    accept: ({ planId }) =>
      askPlugin({
        ...apis,
        pluginId,
        method: 'POST',
        path: `/held/${encodeURIComponent(planId)}/accept`,
        body: {},
      }),
    reconcile: async body => {
      await askPlugin({
        ...apis,
        pluginId,
        method: 'POST',
        path: '/reconcile',
        body,
      });
    },
  };
}
