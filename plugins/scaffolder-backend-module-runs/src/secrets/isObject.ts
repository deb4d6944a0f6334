import type { JsonObject } from '@backstage/types';

/** Whether a value is an object of JSON: not an array, not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
