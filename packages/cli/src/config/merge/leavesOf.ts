import type { ConfigNode } from './ConfigNode';

/** A value that holds no other ones: a scalar, or an empty map or list. */
export interface ConfigLeaf {
  /** As in Backstage: `catalog.locations[0].target`. */
  key: string;
  segments: string[];
  node: ConfigNode;
}

/** Every leaf of the effective configuration, in order. */
export function leavesOf(root: ConfigNode): ConfigLeaf[] {
  return visit({ node: root, segments: [], key: '' });
}

function visit(leaf: ConfigLeaf): ConfigLeaf[] {
  const { key, segments, node } = leaf;
  if (node.kind === 'map' && node.children.size > 0) {
    return [...node.children].flatMap(([name, child]) =>
      visit({
        key: key ? `${key}.${name}` : name,
        segments: [...segments, name],
        node: child,
      }),
    );
  }
  if (node.kind === 'list' && node.items.length > 0) {
    return node.items.flatMap((child, index) =>
      visit({
        key: `${key}[${index}]`,
        segments: [...segments, `${index}`],
        node: child,
      }),
    );
  }
  return [leaf];
}
