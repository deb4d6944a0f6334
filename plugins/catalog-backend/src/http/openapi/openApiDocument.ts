import type { JsonObject } from '@backstage/types';
import { analysisSchemas } from './analysisSchemas';
import { commonSchemas } from './commonSchemas';
import { entityPaths } from './entityPaths';
import { entityQueryPaths } from './entityQueryPaths';
import { entitySchemas } from './entitySchemas';
import { jsonResponse } from './jsonResponse';
import { locationPaths } from './locationPaths';
import { locationSchemas } from './locationSchemas';
import { parameters } from './parameters';
import { schemaRef } from './schemaRef';

/**
 * The contract of the catalog, served at `/openapi.json`, by which requests are validated: the same paths, parameters and schemas as
 * those of the stock catalog.
 */
export const openApiDocument: JsonObject = {
  openapi: '3.1.0',
  info: {
    title: 'catalog',
    version: '1',
    description:
      'The software catalog. Paths are relative to the address of the catalog, `<backend.baseUrl>/api/catalog`. Requests carry a Backstage token as bearer token.',
    license: {
      name: 'Apache-2.0',
      url: 'http://www.apache.org/licenses/LICENSE-2.0.html',
    },
    contact: {},
  },
  tags: [{ name: 'Entity' }, { name: 'Locations' }],
  servers: [{ url: '/' }],
  components: {
    examples: {},
    headers: {},
    parameters,
    requestBodies: {},
    responses: {
      ErrorResponse: jsonResponse(schemaRef('Error'), 'What went wrong.'),
    },
    schemas: {
      ...commonSchemas,
      ...entitySchemas,
      ...locationSchemas,
      ...analysisSchemas,
    },
    securitySchemes: {
      JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
  },
  paths: { ...entityQueryPaths, ...entityPaths, ...locationPaths },
};
