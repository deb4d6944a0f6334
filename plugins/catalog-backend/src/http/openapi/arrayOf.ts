import type { JsonObject } from '@backstage/types';

export function arrayOf(items: JsonObject, description?: string): JsonObject {
  return { type: 'array', items, ...(description && { description }) };
}
