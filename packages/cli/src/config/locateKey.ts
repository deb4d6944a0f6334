import fs from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { ConfigNode } from './merge/ConfigNode';

/** Where a key was set. */
export interface KeyLocation {
  /** `file:line:column` of the highest layer that has it, or that layer's name when it is no file. */
  where: string;
  node: ConfigNode;
  /** False when no layer has the key, and its nearest parent was located instead. */
  isExact: boolean;
}

/** Finds where a key of the effective configuration was set. Undefined when not even its first segment is there. */
export async function locateKey(options: {
  segments: string[];
  root: ConfigNode;
}): Promise<KeyLocation | undefined> {
  const { segments, root } = options;
  let node = root;
  let depth = 0;
  for (; depth < segments.length; depth += 1) {
    const child = childOf({ node, segment: segments[depth] });
    if (!child) break;
    node = child;
  }
  return depth === 0 && segments.length > 0
    ? undefined
    : {
        node,
        where: await positionOf(node),
        isExact: depth === segments.length,
      };
}

function childOf(options: { node: ConfigNode; segment: string }) {
  const { node, segment } = options;
  switch (node.kind) {
    case 'map':
      return node.children.get(segment);
    case 'list':
      return node.items[Number(segment)];
    default:
      return undefined;
  }
}

/** The position of a value in the file of its layer, or that layer's name. */
export async function positionOf(node: ConfigNode): Promise<string> {
  const { layer, path } = node;
  if (!layer.file) {
    return layer.name;
  }
  const lines = new LineCounter();
  const text = await fs.readFile(layer.file, 'utf8');
  const document = parseDocument(text, { lineCounter: lines });
  // A preset carries its app-config below a key of its own.
  const candidates = [path, ['appConfig', ...path]];
  for (const candidate of candidates) {
    const found = document.getIn(candidate.map(toIndex), true);
    if (isNode(found) && found.range) {
      const { line, col } = lines.linePos(found.range[0]);
      return `${layer.name}:${line}:${col}`;
    }
  }
  return layer.name;
}

function toIndex(segment: string) {
  return /^\d+$/.test(segment) ? Number(segment) : segment;
}
