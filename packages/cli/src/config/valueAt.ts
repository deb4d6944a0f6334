import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * The value of a key such as `backend.baseUrl`. Unlike Backstage's reader it throws nothing where a parent is no map: this is for checks
 * that run before the configuration is known to satisfy the schema, which reports such a parent.
 */
export function valueAt(data: JsonObject, key: string): JsonValue | undefined {
  return key
    .split('.')
    .reduce<JsonValue | undefined>(
      (value, name) =>
        typeof value === 'object' && value !== null && !Array.isArray(value)
          ? value[name]
          : undefined,
      data,
    );
}
