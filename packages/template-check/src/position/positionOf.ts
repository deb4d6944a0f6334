import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Pair,
} from 'yaml';

/**
 * Where a field is in its file, counted from 1. A field that is missing is placed at the nearest thing above it that is
 * there: a missing `spec.owner` at the key `spec`, a missing `spec` at the start of the document.
 *
 * `at: 'key'` points at the name of the field instead of its value.
 */
export function positionOf(options: {
  document: { yaml: Document.Parsed; lines: LineCounter };
  path: readonly string[];
  at?: 'key' | 'value';
}): { line: number; column: number } {
  const { document, path, at = 'value' } = options;
  let node: unknown = document.yaml.contents;
  let offset = startOf(node) ?? document.yaml.range[0];

  path.every((segment, index) => {
    const current: unknown = isAlias(node) ? node.resolve(document.yaml) : node;
    const last = index === path.length - 1;
    if (isMap(current)) {
      const pair = current.items.find(item => nameOf(item) === segment);
      if (!pair) {
        return false;
      }
      const valueIsInline = isScalar(pair.value) && pair.value.value !== null;
      const useValue = last && at === 'value' && valueIsInline;
      offset =
        (useValue ? startOf(pair.value) : undefined) ??
        startOf(pair.key) ??
        offset;
      node = pair.value;
      return true;
    }
    if (isSeq(current)) {
      const item = current.items[Number(segment)];
      if (item === undefined) {
        return false;
      }
      offset = startOf(item) ?? offset;
      node = item;
      return true;
    }
    return false;
  });

  const { line, col } = document.lines.linePos(offset);
  return { line, column: col };
}

function nameOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key);
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}
