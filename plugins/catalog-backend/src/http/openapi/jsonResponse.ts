import type { JsonObject } from '@backstage/types';

/** A response with a JSON body. */
export function jsonResponse(
  schema: JsonObject,
  description = 'Ok',
): JsonObject {
  return { description, content: { 'application/json': { schema } } };
}
