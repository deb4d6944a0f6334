import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import { askPlugin, type PluginQuestion } from '@callboard/page-parts';
import type { KnownPermission } from '@callboard/plugin-access-common';
import type { PermissionsApi } from './PermissionsApi';

/** The routes below `/api/access` about roles and permissions. */
export function createPermissionsClient(apis: {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}): PermissionsApi {
  const ask = <T>(question: Omit<PluginQuestion, 'pluginId'>): Promise<T> =>
    askPlugin({ ...apis, pluginId: 'access', ...question });
  return {
    roles: options => ask({ path: '/roles', signal: options?.signal }),
    async permissions(options) {
      const { items } = await ask<{ items: KnownPermission[] }>({
        path: '/permissions',
        signal: options?.signal,
      });
      return items;
    },
    explain: (body, options) =>
      ask({
        method: 'POST',
        path: '/permissions/explain',
        body,
        signal: options?.signal,
      }),
    assign: body => ask({ method: 'POST', path: '/roles/members', body }),
    remove: body =>
      ask({ method: 'POST', path: '/roles/members/remove', body }),
    administrator: options =>
      ask({ path: '/administrator', signal: options?.signal }),
    becomeAdministrator: body =>
      ask({ method: 'POST', path: '/administrator', body }),
  };
}
