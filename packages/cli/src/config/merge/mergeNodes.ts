import { isDeepStrictEqual } from 'node:util';
import type { ConfigNode } from './ConfigNode';
import { hostOf } from './hostOf';
import { toData } from './toData';

/** Lists to which presets add, whatever the other layers say. */
const ADDED_LISTS = ['catalog.locations', 'catalog.rules'];

/**
 * Lays one node over another. Maps merge deeply; of scalars and lists the higher one wins, and null removes what is below. Two kinds
 * of lists differ: those of `integrations.<provider>` merge by `host`, and to `catalog.locations` and `catalog.rules` presets add.
 */
export function mergeNodes(options: {
  lower: ConfigNode | undefined;
  higher: ConfigNode;
  key?: string[];
}): ConfigNode {
  const { lower, higher, key = [] } = options;
  if (!lower) {
    return higher;
  }
  if (lower.kind === 'map' && higher.kind === 'map') {
    const children = new Map(lower.children);
    for (const [name, child] of higher.children) {
      children.set(
        name,
        mergeNodes({
          lower: lower.children.get(name),
          higher: child,
          key: [...key, name],
        }),
      );
    }
    return { ...higher, overrides: lower.overrides, children };
  }
  if (lower.kind === 'list' && higher.kind === 'list') {
    if (key.length === 2 && key[0] === 'integrations') {
      return mergeByHost({ lower, higher, provider: key[1] });
    }
    if (ADDED_LISTS.includes(key.join('.'))) {
      return mergeAdded({ lower, higher });
    }
  }
  return overriding({ lower, higher });
}

type ListNode = Extract<ConfigNode, { kind: 'list' }>;

function overriding(options: {
  lower: ConfigNode;
  higher: ConfigNode;
}): ConfigNode {
  const { lower, higher } = options;
  return {
    ...higher,
    overrides: [
      ...lower.overrides,
      { layer: lower.layer, value: toData(lower) },
      ...higher.overrides,
    ],
  };
}

function mergeByHost(options: {
  lower: ListNode;
  higher: ListNode;
  provider: string;
}): ConfigNode {
  const { lower, higher, provider } = options;
  const host = (node: ConfigNode) => hostOf({ node, provider });
  const items = [...lower.items];
  for (const item of higher.items) {
    const at = items.findIndex(
      other => host(other) !== undefined && host(other) === host(item),
    );
    if (at === -1) {
      items.push(item);
    } else {
      items[at] = mergeNodes({ lower: items[at], higher: item });
    }
  }
  return { ...higher, overrides: lower.overrides, items };
}

/** What presets have added stays; of the rest the highest layer's list counts. */
function mergeAdded(options: {
  lower: ListNode;
  higher: ListNode;
}): ConfigNode {
  const { lower, higher } = options;
  const isAdded = ({ layer }: ConfigNode) => layer.kind === 'preset';
  const without = (items: ConfigNode[], others: ConfigNode[]) =>
    items.filter(
      item =>
        !others.some(other => isDeepStrictEqual(toData(other), toData(item))),
    );
  if (isAdded(higher)) {
    return {
      ...lower,
      layer: higher.layer,
      items: [...lower.items, ...without(higher.items, lower.items)],
    };
  }
  const added = lower.items.filter(isAdded);
  const replaced = lower.items.filter(item => !isAdded(item));
  return {
    ...higher,
    overrides: replaced.length
      ? [
          ...lower.overrides,
          {
            layer: replaced.at(-1)!.layer,
            value: replaced.map(node => toData(node)),
          },
        ]
      : lower.overrides,
    items: [...higher.items, ...without(added, higher.items)],
  };
}
