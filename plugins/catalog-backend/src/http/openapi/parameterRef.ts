import type { JsonObject } from '@backstage/types';

/** Refers to a parameter of the document. */
export function parameterRef(name: string): JsonObject {
  return { $ref: `#/components/parameters/${name}` };
}
