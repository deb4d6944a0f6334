import type { JsonObject } from '@backstage/types';

/** An operation of the document. All of them may be called with a Backstage token, and answer errors in one format. */
export function operation(options: {
  id: string;
  tag: 'Entity' | 'Locations';
  description: string;
  parameters?: JsonObject[];
  body?: { required: boolean; schema: JsonObject; examples?: JsonObject };
  /** By status code, besides the errors. */
  responses: Record<string, JsonObject>;
}): JsonObject {
  const { id, tag, description, parameters, body, responses } = options;
  const error = { $ref: '#/components/responses/ErrorResponse' };
  return {
    operationId: id,
    tags: [tag],
    description,
    responses: { '400': error, ...responses, default: error },
    security: [{}, { JWT: [] }],
    ...(parameters && { parameters }),
    ...(body && {
      requestBody: {
        required: body.required,
        content: {
          'application/json': {
            schema: body.schema,
            ...(body.examples && { examples: body.examples }),
          },
        },
      },
    }),
  };
}
