import type { JsonValue } from '@backstage/types';
import type { ConfigLayer } from '../ConfigLayer';
import type { ConfigNode } from './ConfigNode';

/** A value of one layer as a node. Keys without a value are left out. */
export function toNode(options: {
  value: JsonValue;
  layer: ConfigLayer;
  path?: string[];
}): ConfigNode {
  const { value, layer, path = [] } = options;
  const origin = { layer, path, overrides: [] };
  if (Array.isArray(value)) {
    const items = value.map((item, index) =>
      toNode({ value: item, layer, path: [...path, `${index}`] }),
    );
    return { ...origin, kind: 'list', items };
  }
  if (typeof value === 'object' && value !== null) {
    const children = new Map(
      Object.entries(value).flatMap(([key, child]) =>
        child === undefined
          ? []
          : [[key, toNode({ value: child, layer, path: [...path, key] })]],
      ),
    );
    return { ...origin, kind: 'map', children };
  }
  return { ...origin, kind: 'scalar', value };
}
