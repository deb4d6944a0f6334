import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';
import { jsonResponse } from './jsonResponse';
import { operation } from './operation';
import { parameterRef } from './parameterRef';
import { schemaRef } from './schemaRef';

const text = { type: 'string' };
const tag = 'Entity';
const nameParameters = ['kind', 'namespace', 'name'].map(parameterRef);

/** One entity, or several by their references. */
export const entityPaths: JsonObject = {
  '/refresh': {
    post: operation({
      id: 'RefreshEntity',
      tag,
      description: 'Has an entity read and processed anew.',
      parameters: [],
      body: {
        required: true,
        schema: {
          type: 'object',
          properties: {
            authorizationToken: text,
            entityRef: {
              type: 'string',
              description: 'The reference of the entity.',
            },
          },
          required: ['entityRef'],
          description: 'What to refresh.',
          additionalProperties: false,
        },
      },
      responses: { '200': { description: 'Refreshed' } },
    }),
  },
  '/entities/by-uid/{uid}': {
    get: operation({
      id: 'GetEntityByUid',
      tag,
      description: 'The entity with a uid.',
      parameters: [parameterRef('uid')],
      responses: { '200': jsonResponse(schemaRef('Entity')) },
    }),
    delete: operation({
      id: 'DeleteEntityByUid',
      tag,
      description: 'Deletes the entity with a uid.',
      parameters: [parameterRef('uid')],
      responses: { '204': { description: 'Deleted' } },
    }),
  },
  '/entities/by-name/{kind}/{namespace}/{name}': {
    get: operation({
      id: 'GetEntityByName',
      tag,
      description: 'The entity with a reference.',
      parameters: nameParameters,
      responses: { '200': jsonResponse(schemaRef('Entity')) },
    }),
  },
  '/entities/by-name/{kind}/{namespace}/{name}/ancestry': {
    get: operation({
      id: 'GetEntityAncestryByName',
      tag,
      description: 'The entities that an entity came from.',
      parameters: nameParameters,
      responses: { '200': jsonResponse(schemaRef('EntityAncestryResponse')) },
    }),
  },
  '/entities/by-refs': {
    post: operation({
      id: 'GetEntitiesByRefs',
      tag,
      description: 'Several entities by their references.',
      parameters: [parameterRef('filter')],
      body: {
        required: false,
        schema: {
          type: 'object',
          required: ['entityRefs'],
          properties: {
            entityRefs: arrayOf(text),
            fields: arrayOf(text),
            query: schemaRef('JsonObject'),
          },
        },
        examples: {
          'Two entities': {
            value: {
              entityRefs: [
                'component:default/backstage',
                'api:default/backstage',
              ],
            },
          },
          'The annotations of one entity': {
            value: {
              entityRefs: ['component:default/backstage'],
              fields: ['metadata.annotations'],
            },
          },
        },
      },
      responses: { '200': jsonResponse(schemaRef('EntitiesBatchResponse')) },
    }),
  },
  '/validate-entity': {
    post: operation({
      id: 'ValidateEntity',
      tag,
      description: 'Checks an entity without storing it.',
      parameters: [],
      body: {
        required: true,
        schema: {
          type: 'object',
          properties: {
            location: text,
            entity: { type: 'object', additionalProperties: {} },
          },
          required: ['location', 'entity'],
        },
      },
      responses: {
        '200': { description: 'The entity is valid' },
        '400': jsonResponse(
          {
            type: 'object',
            properties: {
              errors: arrayOf({
                type: 'object',
                properties: { name: text, message: text },
                required: ['name', 'message'],
                additionalProperties: {},
              }),
            },
            required: ['errors'],
          },
          'What is wrong with the entity',
        ),
      },
    }),
  },
};
