import type { JsonObject } from '@backstage/types';
import { arrayOf } from './arrayOf';
import { entityParts } from './entityParts';
import { schemaRef } from './schemaRef';

const text = { type: 'string' };

/** What the analysis of a location finds. */
export const analysisSchemas: JsonObject = {
  AnalyzeLocationExistingEntity: {
    type: 'object',
    properties: {
      entity: schemaRef('Entity'),
      isRegistered: { type: 'boolean' },
      location: schemaRef('LocationSpec'),
    },
    required: ['entity', 'isRegistered', 'location'],
    description: 'An entity that the location declares already.',
    additionalProperties: false,
  },
  RecursivePartialEntityRelation: {
    type: 'object',
    properties: entityParts.relation,
    description: 'How an entity is related to another one.',
    additionalProperties: false,
  },
  RecursivePartialEntityMeta: {
    allOf: [
      schemaRef('JsonObject'),
      {
        type: 'object',
        properties: entityParts.metadata,
        description: 'The metadata that all entities have in common.',
      },
    ],
    additionalProperties: false,
  },
  RecursivePartialEntity: {
    type: 'object',
    properties: {
      ...entityParts.entity,
      metadata: schemaRef('RecursivePartialEntityMeta'),
      spec: schemaRef('JsonObject'),
      relations: arrayOf(
        schemaRef('RecursivePartialEntityRelation'),
        'How the entity is related to others.',
      ),
    },
    description: 'An entity of which anything may be missing.',
    additionalProperties: false,
  },
  AnalyzeLocationEntityField: {
    type: 'object',
    properties: {
      description: {
        type: 'string',
        description: 'Tells the user why the field has this value, or none.',
      },
      value: { oneOf: [text, { type: 'null' }] },
      state: {
        type: 'string',
        enum: [
          'analysisSuggestedValue',
          'analysisSuggestedNoValue',
          'needsUserInput',
        ],
        description: 'What the analysis came to.',
      },
      field: {
        type: 'string',
        description: 'The dotted path of the field, for example `spec.owner`.',
      },
    },
    required: ['description', 'value', 'state', 'field'],
    additionalProperties: false,
  },
  AnalyzeLocationGenerateEntity: {
    type: 'object',
    properties: {
      fields: arrayOf(schemaRef('AnalyzeLocationEntityField')),
      entity: schemaRef('RecursivePartialEntity'),
    },
    required: ['fields', 'entity'],
    description:
      'An entity that the location could declare, and the fields that the user should look at.',
    additionalProperties: false,
  },
  AnalyzeLocationResponse: {
    type: 'object',
    properties: {
      generateEntities: arrayOf(schemaRef('AnalyzeLocationGenerateEntity')),
      existingEntityFiles: arrayOf(schemaRef('AnalyzeLocationExistingEntity')),
    },
    required: ['generateEntities', 'existingEntityFiles'],
    additionalProperties: false,
  },
};
