import type { JsonObject, JsonValue } from '@backstage/types';

/** One configuration laid over another: maps deeply, anything else as a whole; null removes. */
export function merged(lower: JsonObject, higher: JsonObject): JsonObject {
  const result = { ...lower };
  for (const [key, value] of Object.entries(higher)) {
    const below = result[key];
    if (value === null) {
      delete result[key];
    } else {
      result[key] = isMap(below) && isMap(value) ? merged(below, value) : value;
    }
  }
  return result;
}

function isMap(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
