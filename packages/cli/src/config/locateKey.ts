import fs from 'node:fs/promises';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { JsonValue } from '@backstage/types';
import type { ConfigLayer } from './ConfigLayer';

/**
 * Where a key was set: `file:line:column` of the highest layer that has it, or that layer's name when it is no file.
 * When no layer has the key (a required one that is missing), its nearest parent is located instead.
 */
export async function locateKey(options: {
  segments: string[];
  layers: ConfigLayer[];
}): Promise<string | undefined> {
  const { segments, layers } = options;
  for (let length = segments.length; length > 0; length -= 1) {
    const path = segments.slice(0, length);
    const layer = layers.findLast(
      ({ data }) => valueAt(data, path) !== undefined,
    );
    if (layer) {
      return layer.file ? inFile({ layer, path }) : layer.name;
    }
  }
  return undefined;
}

function valueAt(data: JsonValue, path: string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (value, segment) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, JsonValue | undefined>)[segment]
        : undefined,
    data,
  );
}

async function inFile(options: { layer: ConfigLayer; path: string[] }) {
  const { layer, path } = options;
  const lines = new LineCounter();
  const text = await fs.readFile(layer.file!, 'utf8');
  const document = parseDocument(text, { lineCounter: lines });
  // A preset carries its app-config below a key of its own.
  const candidates = [path, ['appConfig', ...path]];
  for (const candidate of candidates) {
    const node = document.getIn(candidate.map(toIndex), true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return `${layer.name}:${line}:${col}`;
    }
  }
  return layer.name;
}

function toIndex(segment: string) {
  return /^\d+$/.test(segment) ? Number(segment) : segment;
}
