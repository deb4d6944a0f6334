import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';
import { entityParts } from './entityParts';
import { schemaRef } from './schemaRef';

const text = { type: 'string' };
const number = { type: 'number' };

const entity: JsonObject = {
  type: 'object',
  properties: {
    relations: arrayOf(
      schemaRef('EntityRelation'),
      'How the entity is related to others.',
    ),
    spec: schemaRef('JsonObject'),
    metadata: schemaRef('EntityMeta'),
    ...entityParts.entity,
  },
  required: ['metadata', 'kind', 'apiVersion'],
  description: 'What all entities have in common.',
};

/** Entities, and the answers that have entities in them. */
export const entitySchemas: JsonObject = {
  EntityLink: {
    type: 'object',
    properties: {
      type: { type: 'string', description: 'Groups links.' },
      icon: { type: 'string', description: 'The name of an icon.' },
      title: { type: 'string', description: 'What to call the link.' },
      url: { type: 'string', description: 'Where the link leads.' },
    },
    required: ['url'],
    description: 'A link to a page elsewhere.',
    additionalProperties: false,
  },
  EntityMeta: {
    type: 'object',
    properties: entityParts.metadata,
    required: ['name'],
    description: 'The metadata that all entities have in common.',
    additionalProperties: {},
  },
  EntityRelation: {
    type: 'object',
    properties: entityParts.relation,
    required: ['targetRef', 'type'],
    description: 'How an entity is related to another one.',
    additionalProperties: false,
  },
  Entity: entity,
  NullableEntity: { anyOf: [entity, { type: 'null' }] },
  EntityAncestryResponse: {
    type: 'object',
    properties: {
      items: arrayOf({
        type: 'object',
        properties: {
          parentEntityRefs: arrayOf(text),
          entity: schemaRef('Entity'),
        },
        required: ['parentEntityRefs', 'entity'],
      }),
      rootEntityRef: text,
    },
    required: ['items', 'rootEntityRef'],
    additionalProperties: false,
  },
  EntitiesBatchResponse: {
    type: 'object',
    properties: {
      items: arrayOf(
        schemaRef('NullableEntity'),
        'The entities in the order of the references in the request; null where there is none.',
      ),
    },
    required: ['items'],
    additionalProperties: false,
  },
  EntityFacet: {
    type: 'object',
    properties: { value: text, count: number },
    required: ['value', 'count'],
    additionalProperties: false,
  },
  EntityFacetsResponse: {
    type: 'object',
    properties: {
      facets: {
        type: 'object',
        additionalProperties: arrayOf(schemaRef('EntityFacet')),
      },
    },
    required: ['facets'],
    additionalProperties: false,
  },
  EntitiesQueryResponse: {
    type: 'object',
    properties: {
      items: arrayOf(schemaRef('Entity'), 'The entities of this page.'),
      totalItems: number,
      pageInfo: {
        type: 'object',
        properties: {
          nextCursor: {
            type: 'string',
            description: 'The cursor of the next page.',
          },
          prevCursor: {
            type: 'string',
            description: 'The cursor of the page before.',
          },
        },
      },
    },
    required: ['items', 'totalItems', 'pageInfo'],
    additionalProperties: false,
  },
};
