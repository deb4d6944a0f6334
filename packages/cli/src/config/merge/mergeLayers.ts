import type { JsonObject } from '@backstage/types';
import type { ConfigLayer } from '../ConfigLayer';
import type { ConfigNode } from './ConfigNode';
import { mergeNodes } from './mergeNodes';
import { toData } from './toData';
import { toNode } from './toNode';

/** The effective configuration: as data, and as a tree that knows where each value came from. */
export interface MergedConfig {
  data: JsonObject;
  root: ConfigNode;
}

/** Merges layers, lowest first. */
export function mergeLayers(layers: ConfigLayer[]): MergedConfig {
  const base: ConfigLayer = { kind: 'base', name: 'nothing', data: {} };
  const root = layers.reduce<ConfigNode>(
    (lower, layer) =>
      mergeNodes({ lower, higher: toNode({ value: layer.data, layer }) }),
    toNode({ value: {}, layer: base }),
  );
  return { root, data: toData(root) as JsonObject };
}
