import { EMPTY_TREE } from '../objects/emptyTree';
import { isSha } from '../objects/isSha';
import { encodeTree, parseTree, RawEntry, toBytes } from '../objects/tree';
import { TreeChangeError } from '../TreeChangeError';
import { ObjectType, TreeChange, TreeMode } from '../types';
import { isValidTreePath } from './isValidTreePath';

/** What `writeTree` needs of a place that holds objects. */
export interface TreeStorage {
  readTyped(options: {
    sha: string;
    type: ObjectType;
  }): Promise<Buffer | undefined>;
  readHeader(sha: string): Promise<{ type: ObjectType } | undefined>;
  write(options: { type: ObjectType; data: Buffer }): Promise<string>;
}

// The changes as a tree of folders: what is set at a name, and what changes below it.
interface Changes {
  change?: TreeChange;
  below: Map<string, Changes>;
}

/** Writes a tree, on top of the tree `base` if given, and answers its SHA. Throws `TreeChangeError` before anything but new blobs is written. */
export async function writeTree(options: {
  storage: TreeStorage;
  entries: TreeChange[];
  base?: string;
}): Promise<string> {
  const { storage, entries, base } = options;
  const changes = group(entries);
  const sha = await apply({ storage, changes, base, path: '' });
  return sha ?? storage.write({ type: 'tree', data: Buffer.alloc(0) });
}

function group(entries: TreeChange[]): Changes {
  const root: Changes = { below: new Map() };
  for (const change of entries) {
    if (!isValidTreePath(change.path)) {
      throw new TreeChangeError('malformedPath', change.path);
    }
    let current = root;
    for (const part of toBytes(change.path).split('/')) {
      const next = current.below.get(part) ?? { below: new Map() };
      current.below.set(part, next);
      current = next;
    }
    current.change = change;
  }
  return root;
}

// The SHA of the changed folder; undefined if nothing is left in it, for git has no empty folders.
async function apply(options: {
  storage: TreeStorage;
  changes: Changes;
  base: string | undefined;
  path: string;
}): Promise<string | undefined> {
  const { storage, changes, base, path } = options;
  const entries = await readEntries(storage, base, path);
  for (const [name, below] of changes.below) {
    const child = { storage, name, path: path ? `${path}/${name}` : name };
    if (below.change) {
      await set({ ...child, entries, change: below.change });
    }
    if (below.below.size > 0) {
      const existing = entries.get(name);
      const folder = existing?.mode === '40000' ? existing.sha : undefined;
      const sha = await apply({ ...child, changes: below, base: folder });
      if (sha) {
        entries.set(name, { mode: '40000', name, sha });
      } else {
        entries.delete(name);
      }
    }
  }
  if (entries.size === 0) {
    return undefined;
  }
  return storage.write({
    type: 'tree',
    data: encodeTree([...entries.values()]),
  });
}

async function readEntries(
  storage: TreeStorage,
  base: string | undefined,
  path: string,
): Promise<Map<string, RawEntry>> {
  if (!base || base === EMPTY_TREE) {
    return new Map();
  }
  const data = await storage.readTyped({ sha: base, type: 'tree' });
  if (!data) {
    throw new TreeChangeError('objectMissing', path);
  }
  return new Map(parseTree(data).map(entry => [entry.name, entry]));
}

async function set(options: {
  storage: TreeStorage;
  entries: Map<string, RawEntry>;
  name: string;
  change: TreeChange;
}): Promise<void> {
  const { storage, entries, name, change } = options;
  if ('content' in change) {
    const data = Buffer.from(change.content);
    const sha = await storage.write({ type: 'blob', data });
    entries.set(name, { mode: change.mode, name, sha });
  } else if (change.sha === null) {
    if (!entries.delete(name)) {
      throw new TreeChangeError('pathMissing', change.path);
    }
  } else {
    await checkObject(storage, change);
    const mode = change.mode === '040000' ? '40000' : change.mode;
    entries.set(name, { mode, name, sha: change.sha });
  }
}

async function checkObject(
  storage: TreeStorage,
  change: Extract<TreeChange, { sha: string }>,
): Promise<void> {
  // The commit of a submodule is in another repository.
  const isSubmodule = change.mode === '160000' && isSha(change.sha);
  const header = isSubmodule
    ? { type: 'commit' }
    : await storage.readHeader(change.sha);
  if (!header || /^0+$/.test(change.sha)) {
    throw new TreeChangeError('objectMissing', change.path);
  }
  if (header.type !== typeOf(change.mode)) {
    throw new TreeChangeError('wrongType', change.path);
  }
}

function typeOf(mode: TreeMode): ObjectType {
  const types = { '040000': 'tree', '160000': 'commit' } as const;
  return types[mode as keyof typeof types] ?? 'blob';
}
