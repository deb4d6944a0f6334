import type { JsonObject, JsonValue } from '@backstage/types';
import type { ConfigNode } from './ConfigNode';

/** The value of a node. A key that is null is gone, unless `keepNull` says that it is to remove what lies below. */
export function toData(
  node: ConfigNode,
  options: { keepNull?: boolean } = {},
): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(item => toData(item, options));
    default: {
      const data: JsonObject = {};
      for (const [key, child] of node.children) {
        const isNull = child.kind === 'scalar' && child.value === null;
        if (!isNull || options.keepNull) {
          data[key] = toData(child, options);
        }
      }
      return data;
    }
  }
}
