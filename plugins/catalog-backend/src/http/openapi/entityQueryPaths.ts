import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';
import { jsonResponse } from './jsonResponse';
import { operation } from './operation';
import { parameterRef } from './parameterRef';
import { schemaRef } from './schemaRef';

const text = { type: 'string' };
const number = { type: 'number' };
const tag = 'Entity';

/** Lists of entities, and counts of their values. */
export const entityQueryPaths: JsonObject = {
  '/entities': {
    get: operation({
      id: 'GetEntities',
      tag,
      description: 'All entities that match a filter.',
      parameters: [
        ...['fields', 'limit', 'filter', 'offset', 'after'].map(parameterRef),
        {
          name: 'order',
          in: 'query',
          allowReserved: true,
          required: false,
          schema: arrayOf(text),
        },
      ],
      responses: { '200': jsonResponse(arrayOf(schemaRef('Entity'))) },
    }),
  },
  '/entities/by-query': {
    get: operation({
      id: 'GetEntitiesByQuery',
      tag,
      description: 'A page of the entities that match a query.',
      parameters: [
        ...[
          'fields',
          'limit',
          'offset',
          'orderField',
          'cursor',
          'filter',
          'totalItems',
        ].map(parameterRef),
        {
          name: 'fullTextFilterTerm',
          in: 'query',
          description: 'A text that must be part of a value.',
          required: false,
          allowReserved: true,
          schema: text,
        },
        {
          name: 'fullTextFilterFields',
          in: 'query',
          description:
            'The fields that are searched for the text, separated by commas.',
          required: false,
          allowReserved: true,
          schema: arrayOf(text),
          explode: false,
          style: 'form',
        },
      ],
      responses: { '200': jsonResponse(schemaRef('EntitiesQueryResponse')) },
    }),
    post: operation({
      id: 'QueryEntitiesByPredicate',
      tag,
      description: 'A page of the entities that match a predicate.',
      body: {
        required: false,
        schema: {
          type: 'object',
          properties: {
            cursor: text,
            limit: number,
            offset: number,
            orderBy: arrayOf({
              type: 'object',
              required: ['field', 'order'],
              properties: {
                field: text,
                order: { type: 'string', enum: ['asc', 'desc'] },
              },
            }),
            fullTextFilter: {
              type: 'object',
              properties: { term: text, fields: arrayOf(text) },
            },
            fields: arrayOf(text),
            totalItems: {
              type: 'string',
              enum: ['include', 'exclude'],
              description:
                'Whether to count all that match; 0 with `exclude`. Defaults to `include`.',
            },
            query: schemaRef('JsonObject'),
          },
        },
      },
      responses: { '200': jsonResponse(schemaRef('EntitiesQueryResponse')) },
    }),
  },
  '/entity-facets': {
    get: operation({
      id: 'GetEntityFacets',
      tag,
      description:
        'The values of some fields, and how many of the entities that match a filter have each.',
      parameters: [
        {
          in: 'query',
          name: 'facet',
          required: true,
          allowReserved: true,
          schema: arrayOf(text),
          examples: {
            'By kind': { value: ['kind'] },
            'By type': { value: ['spec.type'] },
          },
        },
        parameterRef('filter'),
      ],
      responses: { '200': jsonResponse(schemaRef('EntityFacetsResponse')) },
    }),
    post: operation({
      id: 'QueryEntityFacetsByPredicate',
      tag,
      description:
        'The values of some fields, and how many of the entities that match a predicate have each.',
      body: {
        required: true,
        schema: {
          type: 'object',
          required: ['facets'],
          properties: {
            facets: arrayOf(text),
            query: schemaRef('JsonObject'),
          },
        },
      },
      responses: { '200': jsonResponse(schemaRef('EntityFacetsResponse')) },
    }),
  },
};
