import type { JsonObject } from '@backstage/types';

/** Refers to a schema of the document. */
export function schemaRef(name: string): JsonObject {
  return { $ref: `#/components/schemas/${name}` };
}
