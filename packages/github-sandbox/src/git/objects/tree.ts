import { TreeEntry, TreeMode } from '../types';

/**
 * One entry as it stands in a tree object. `name` holds its bytes, one character each (latin1), so that a name that is not UTF-8 comes out
 * as it went in. `mode` is as in the object: a subtree is `40000`.
 */
export interface RawEntry {
  mode: string;
  name: string;
  sha: string;
}

/** A name or path as it is kept in `RawEntry`. */
export function toBytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** The readable name or path of what is kept in `RawEntry`. */
export function fromBytes(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Whether an entry is a subtree. */
export function isTree(entry: RawEntry): boolean {
  return entry.mode === '40000';
}

/** Reads a tree object. */
export function parseTree(data: Buffer): RawEntry[] {
  const entries: RawEntry[] = [];
  let position = 0;
  while (position < data.length) {
    const space = data.indexOf(0x20, position);
    const zero = data.indexOf(0, space);
    entries.push({
      mode: data.toString('latin1', position, space),
      name: data.toString('latin1', space + 1, zero),
      sha: data.toString('hex', zero + 1, zero + 21),
    });
    position = zero + 21;
  }
  return entries;
}

// Git sorts by bytes, as if the name of a subtree ended with a slash.
function sortKey(entry: RawEntry): string {
  return isTree(entry) ? `${entry.name}/` : entry.name;
}

/** Writes a tree object; the entries may be in any order. */
export function encodeTree(entries: RawEntry[]): Buffer {
  const sorted = entries
    .map(entry => ({ entry, key: sortKey(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return Buffer.concat(
    sorted.flatMap(({ entry }) => [
      Buffer.from(`${entry.mode} ${entry.name}\0`, 'latin1'),
      Buffer.from(entry.sha, 'hex'),
    ]),
  );
}

const MODES: Record<string, TreeMode> = {
  '40000': '040000',
  '120000': '120000',
  '160000': '160000',
  '100755': '100755',
};

/** The entry as the interface shows it; `path` is the folder that the tree stands for, as bytes. */
export function toTreeEntry(options: {
  entry: RawEntry;
  path?: string;
}): TreeEntry {
  const { entry, path } = options;
  // Very old histories hold modes like 100664, which git itself reads as 100644.
  const mode = MODES[entry.mode] ?? '100644';
  const types = { '040000': 'tree', '160000': 'commit' } as const;
  return {
    path: fromBytes(path ? `${path}/${entry.name}` : entry.name),
    mode,
    type: types[mode as keyof typeof types] ?? 'blob',
    sha: entry.sha,
  };
}
