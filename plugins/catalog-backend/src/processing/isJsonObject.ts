import type { JsonObject } from '@backstage/types';

/** Tells an object from the other things that JSON can be. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
