import type { Entity } from '@backstage/catalog-model';
import {
  fetchApiRef,
  identityApiRef,
  type ExtensionDefinition,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { visitsApiRef, type Visit } from '@backstage/plugin-home';
import homePlugin from '@backstage/plugin-home/alpha';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { homeModule } from '../homeModule';
import type { CatalogNews } from '../news/useCatalogNews';

/** Renders the whole page in an app of the stock home plugin and this module, at `/`. */
export function renderHome(
  options: {
    owned?: () => Promise<Entity[]>;
    ownedTotal?: number;
    byRef?: Record<string, Entity>;
    counts?: Record<string, number>;
    news?: () => Response;
    starred?: string[];
    visits?: Visit[];
    mayRegister?: boolean;
    extensions?: ExtensionDefinition<any>[];
    config?: object;
  } = {},
) {
  const catalogApi = {
    queryEntities: jest.fn(async () => {
      const items = (await options.owned?.()) ?? [];
      return {
        items,
        totalItems: options.ownedTotal ?? items.length,
        pageInfo: {},
      };
    }),
    getEntitiesByRefs: jest.fn(async (request: { entityRefs: string[] }) => ({
      items: request.entityRefs.map(ref => options.byRef?.[ref]),
    })),
    getEntityFacets: jest.fn(async () => ({
      facets: {
        kind: Object.entries(options.counts ?? {}).map(([value, count]) => ({
          value,
          count,
        })),
      },
    })),
  };
  const starredEntitiesApi = new MockStarredEntitiesApi();
  for (const ref of options.starred ?? [])
    starredEntitiesApi.toggleStarred(ref);
  const visitsApi = {
    list: jest.fn(async () => options.visits ?? []),
    save: jest.fn(async () => ({} as Visit)),
  };
  const fetchApi = {
    fetch: jest.fn(
      async () => options.news?.() ?? new Response('', { status: 404 }),
    ),
  };

  const rendered = renderTestApp({
    features: [homePlugin, homeModule],
    extensions: options.extensions,
    config: options.config as never,
    initialRouteEntries: ['/'],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [catalogApiRef, catalogApi as never],
      [starredEntitiesApiRef, starredEntitiesApi],
      [visitsApiRef, visitsApi],
      [fetchApiRef, fetchApi as never],
      mockApis.discovery(),
      [
        permissionApiRef,
        {
          authorize: async () => ({
            result: options.mayRegister === false ? 'DENY' : 'ALLOW',
          }),
        } as never,
      ],
      [
        identityApiRef,
        {
          getBackstageIdentity: async () => ({
            type: 'user' as const,
            userEntityRef: 'user:default/ada',
            ownershipEntityRefs: [
              'user:default/ada',
              'group:default/engines',
              'group:default/looms',
            ],
          }),
          getProfileInfo: async () => ({ displayName: 'Ada' }),
          getCredentials: async () => ({}),
          signOut: async () => {},
        },
      ],
    ],
  });
  return { ...rendered, catalogApi, fetchApi, starredEntitiesApi, visitsApi };
}

export function component(
  name: string,
  owner: string,
  spec: object = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: { type: 'service', lifecycle: 'production', ...spec },
    relations: [
      { type: 'ownedBy', targetRef: `group:default/${owner}` },
      { type: 'partOf', targetRef: 'system:default/mill' },
    ],
  };
}

export function group(name: string, displayName: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { namespace: 'default', name },
    spec: { type: 'team', profile: { displayName } },
  };
}

export function newsResponse(news: CatalogNews): Response {
  return new Response(JSON.stringify(news), {
    headers: { 'content-type': 'application/json' },
  });
}
