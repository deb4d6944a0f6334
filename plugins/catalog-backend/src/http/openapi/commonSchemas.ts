import type { JsonObject } from '@backstage/types';

const text = { type: 'string' };

/** The schemas that are not of one feature. */
export const commonSchemas: JsonObject = {
  Error: {
    type: 'object',
    properties: {
      error: {
        type: 'object',
        properties: { name: text, message: text, stack: text, code: text },
        required: ['name', 'message'],
      },
      request: {
        type: 'object',
        properties: { method: text, url: text },
        required: ['method', 'url'],
      },
      response: {
        type: 'object',
        properties: { statusCode: { type: 'number' } },
        required: ['statusCode'],
      },
    },
    required: ['error', 'response'],
    additionalProperties: {},
  },
  JsonObject: {
    type: 'object',
    properties: {},
    description: 'Any JSON object.',
    additionalProperties: {},
  },
  MapStringString: {
    type: 'object',
    properties: {},
    additionalProperties: text,
    description: 'Strings by name.',
  },
};
