import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';
import { jsonResponse } from './jsonResponse';
import { operation } from './operation';
import { parameterRef } from './parameterRef';
import { schemaRef } from './schemaRef';

const text = { type: 'string' };
const tag = 'Locations';
const location = jsonResponse(schemaRef('Location'));
const idParameters = [{ in: 'path', name: 'id', required: true, schema: text }];

/** Registered locations, and the analysis of those that could be registered. */
export const locationPaths: JsonObject = {
  '/locations': {
    post: operation({
      id: 'CreateLocation',
      tag,
      description: 'Registers a location, or shows what would come of it.',
      parameters: [
        {
          in: 'query',
          name: 'dryRun',
          required: false,
          allowReserved: true,
          schema: text,
        },
        {
          in: 'query',
          name: 'onConflict',
          required: false,
          allowReserved: true,
          schema: { type: 'string', enum: ['refresh', 'reject'] },
          description:
            'What to do when the location is registered already: `reject`, the default, answers 409; `refresh` has it read anew and answers 201.',
        },
      ],
      body: {
        required: true,
        schema: {
          type: 'object',
          properties: { target: text, type: text },
          required: ['target', 'type'],
        },
      },
      responses: {
        '201': jsonResponse(
          {
            type: 'object',
            properties: {
              exists: { type: 'boolean' },
              entities: arrayOf(schemaRef('Entity')),
              location: schemaRef('Location'),
            },
            required: ['entities', 'location'],
          },
          'Created',
        ),
      },
    }),
    get: operation({
      id: 'GetLocations',
      tag,
      description: 'All locations.',
      parameters: [],
      responses: {
        '200': jsonResponse(
          arrayOf({
            type: 'object',
            properties: { data: schemaRef('Location') },
            required: ['data'],
          }),
        ),
      },
    }),
  },
  '/locations/by-query': {
    post: operation({
      id: 'GetLocationsByQuery',
      tag,
      description: 'A page of the locations that match a predicate.',
      body: {
        required: false,
        schema: {
          type: 'object',
          properties: {
            cursor: text,
            limit: { type: 'number' },
            query: schemaRef('JsonObject'),
          },
        },
      },
      responses: { '200': jsonResponse(schemaRef('LocationsQueryResponse')) },
    }),
  },
  '/locations/{id}': {
    get: operation({
      id: 'GetLocation',
      tag,
      description: 'A location.',
      parameters: idParameters,
      responses: { '200': location },
    }),
    put: operation({
      id: 'UpdateLocation',
      tag,
      description: 'Gives a location another type and target.',
      parameters: idParameters,
      body: { required: true, schema: schemaRef('LocationInput') },
      responses: { '200': location },
    }),
    delete: operation({
      id: 'DeleteLocation',
      tag,
      description: 'Removes a location.',
      parameters: idParameters,
      responses: { '204': { description: 'Removed' } },
    }),
  },
  '/locations/by-entity/{kind}/{namespace}/{name}': {
    get: operation({
      id: 'getLocationByEntity',
      tag,
      description: 'The location that an entity came from.',
      parameters: ['kind', 'namespace', 'name'].map(parameterRef),
      responses: { '200': location },
    }),
  },
  '/analyze-location': {
    post: operation({
      id: 'AnalyzeLocation',
      tag,
      description: 'Finds what a location declares, or could.',
      parameters: [],
      body: {
        required: true,
        schema: {
          type: 'object',
          properties: {
            catalogFileName: text,
            location: schemaRef('LocationInput'),
          },
          required: ['location'],
        },
      },
      responses: { '200': jsonResponse(schemaRef('AnalyzeLocationResponse')) },
    }),
  },
};
