import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';
import { schemaRef } from './schemaRef';

const text = { type: 'string' };

/** Registered locations. */
export const locationSchemas: JsonObject = {
  Location: {
    type: 'object',
    properties: {
      target: text,
      type: text,
      id: text,
      entityRef: {
        type: 'string',
        description:
          'The reference of the entity of kind Location that stands for it.',
      },
    },
    required: ['target', 'type', 'id', 'entityRef'],
    description: 'A registered location.',
    additionalProperties: false,
  },
  LocationSpec: {
    type: 'object',
    properties: { target: text, type: text },
    required: ['target', 'type'],
    description: 'Where entities are read from.',
    additionalProperties: false,
  },
  LocationInput: {
    type: 'object',
    properties: { type: text, target: text },
    required: ['type', 'target'],
    additionalProperties: false,
  },
  LocationsQueryResponse: {
    type: 'object',
    properties: {
      items: arrayOf(schemaRef('Location'), 'The locations of this page.'),
      totalItems: { type: 'number' },
      pageInfo: {
        type: 'object',
        properties: {
          nextCursor: {
            type: 'string',
            description: 'The cursor of the next page.',
          },
        },
      },
    },
    required: ['items', 'totalItems', 'pageInfo'],
    additionalProperties: false,
  },
};
