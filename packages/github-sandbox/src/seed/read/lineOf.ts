import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type { YamlSource } from './YamlSource';

/** The line of a key; of something that is not there, the line of the nearest thing above it. */
export function lineOf(options: {
  source: YamlSource;
  path: Array<string | number>;
}): number {
  const { source, path } = options;
  let node: unknown = source.document.contents;
  let offset = startOf(node) ?? 0;
  for (const segment of path) {
    const found = childOf({ node, segment });
    if (!found) break;
    offset = startOf(found.at) ?? offset;
    node = found.value;
  }
  return Math.max(1, source.lines.linePos(offset).line);
}

function childOf(options: {
  node: unknown;
  segment: string | number;
}): { at: unknown; value: unknown } | undefined {
  const { node, segment } = options;
  if (isMap(node)) {
    const pair = node.items.find(
      ({ key }) => isScalar(key) && String(key.value) === String(segment),
    );
    return pair && { at: pair.key, value: pair.value };
  }
  const item = isSeq(node) ? node.items[Number(segment)] : undefined;
  return item === undefined ? undefined : { at: item, value: item };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
