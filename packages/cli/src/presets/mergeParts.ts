import type { JsonObject } from '@backstage/types';
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
