import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import type { Location } from '@backstage/catalog-client';
import express from 'express';
import type { LocationService } from '../../locations/LocationService';
import type {
  EntitiesCatalog,
  EntityBodies,
  EntityTransform,
} from '../../query/EntitiesCatalog';
import { createRouter } from '../createRouter';
import type { RouterOptions } from '../RouterOptions';
import { mocked } from './mocked';
import { testEntities } from './testEntities';

const location: Location = {
  id: '1',
  type: 'url',
  target: 'https://host/file.yaml',
  entityRef: 'location:default/generated-1',
};

function toBodies(fields: EntityTransform | undefined): EntityBodies {
  return fields
    ? { type: 'object', entities: testEntities.map(fields) }
    : { type: 'raw', entities: testEntities.map(each => JSON.stringify(each)) };
}

const catalog: EntitiesCatalog = {
  entities: async ({ fields }) => ({
    entities: toBodies(fields),
    pageInfo: { hasNextPage: true, endCursor: 'end=' },
  }),
  entitiesBatch: async ({ fields }) => ({ items: toBodies(fields) }),
  queryEntities: async ({ fields }) => ({
    items: toBodies(fields),
    totalItems: 2,
    pageInfo: {},
  }),
  facets: async ({ facets }) => ({
    facets: Object.fromEntries(
      facets.map(facet => [facet, [{ value: 'x', count: 2 }]]),
    ),
  }),
  entityAncestry: async rootEntityRef => ({
    rootEntityRef,
    items: [{ entity: testEntities[0], parentEntityRefs: ['location:a/b'] }],
  }),
  removeEntityByUid: async () => {},
};

const locations: LocationService = {
  createLocation: async () => ({ location, entities: [] }),
  listLocations: async () => [location],
  queryLocations: async ({ limit = 3 }) => ({
    items: ['1', '2', '3'].slice(0, limit).map(id => ({ ...location, id })),
    totalItems: 3,
  }),
  getLocation: async () => location,
  updateLocation: async () => location,
  deleteLocation: async () => {},
  getLocationByEntity: async () => location,
};

/** The router in front of stubs, and behind it the error middleware of the framework. */
export function createTestApp(
  options: {
    isReadonly?: boolean;
    create?: (options: RouterOptions) => express.Router;
  } = {},
) {
  const { isReadonly = false, create = createRouter } = options;
  const config = mockServices.rootConfig({
    data: { catalog: { readonly: isReadonly } },
  });
  const logger = mockServices.logger.mock();
  const event = {
    success: jest.fn(async () => {}),
    fail: jest.fn(async () => {}),
  };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  const services = {
    entitiesCatalog: mocked(catalog),
    locationService: mocked(locations),
    locationAnalyzer: {
      analyzeLocation: jest.fn(async () => ({
        generateEntities: [],
        existingEntityFiles: [],
      })),
    },
    processing: { process: jest.fn(async () => ({ ok: true } as any)) },
    refreshService: { refresh: jest.fn(async () => {}) },
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({ result: 'ALLOW' } as any)),
    }),
    auth: mockServices.auth(),
    httpAuth: mockServices.httpAuth(),
    auditor,
    config,
    logger,
  };
  const app = express();
  const middleware = MiddlewareFactory.create({ config, logger });
  app.use('/api/catalog', create(services));
  app.use(middleware.notFound());
  app.use(middleware.error());
  return { app, event, ...services };
}
