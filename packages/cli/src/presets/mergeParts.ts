import type { JsonObject, JsonValue } from '@backstage/types';
import { mergeLayers } from '../config/merge/mergeLayers';
import { toData } from '../config/merge/toData';

/**
 * Merges two parts of one preset as layers are merged, with every list of `catalog.locations` and `catalog.rules` added to. A null stays:
 * it removes a key of the layers below the preset.
 */
export function mergeParts(lower: JsonObject, higher: JsonObject): JsonObject {
  const { root } = mergeLayers(
    [lower, higher].map(data => ({ kind: 'preset', name: 'preset', data })),
  );
  return toData(root, { keepNull: true }) as JsonObject;
}

/** Adds what a repeated part gives for one more item: maps merge, and lists go on. */
export function appendPart(lower: JsonValue, item: JsonValue): JsonValue {
  if (Array.isArray(lower) && Array.isArray(item)) {
    return [...lower, ...item];
  }
  if (!isMap(lower) || !isMap(item)) {
    return item;
  }
  const result: JsonObject = { ...lower };
  for (const [key, value] of Object.entries(item)) {
    const below = lower[key];
    if (value !== undefined) {
      result[key] = below === undefined ? value : appendPart(below, value);
    }
  }
  return result;
}

function isMap(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
