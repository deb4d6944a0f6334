import { ObjectStore } from '../objects/ObjectStore';
import { peel } from '../objects/peel';
import { isTree, parseTree, toTreeEntry } from '../objects/tree';
import { TreeEntry } from '../types';

/** The entries of a tree, in git's order, with the sizes of blobs (see `GitRepository.readTree`). */
export async function readTree(options: {
  objects: ObjectStore;
  sha: string;
  recursive?: boolean;
}): Promise<TreeEntry[] | undefined> {
  const { objects, recursive = false } = options;
  const root = await peel({ objects, sha: options.sha, type: 'tree' });
  if (!root) {
    return undefined;
  }
  const entries: TreeEntry[] = [];
  await collect({ objects, sha: root.sha, path: '', recursive, entries });
  return entries;
}

async function collect(options: {
  objects: ObjectStore;
  sha: string;
  path: string;
  recursive: boolean;
  entries: TreeEntry[];
}): Promise<void> {
  const { objects, sha, path, recursive, entries } = options;
  const data = await objects.readTyped({ sha, type: 'tree' });
  for (const entry of data ? parseTree(data) : []) {
    const shown = await withSize({
      objects,
      entry: toTreeEntry({ entry, path }),
    });
    entries.push(shown);
    if (recursive && isTree(entry)) {
      const below = path ? `${path}/${entry.name}` : entry.name;
      await collect({ ...options, sha: entry.sha, path: below });
    }
  }
}

/** Adds the size to an entry that is a blob. */
export async function withSize(options: {
  objects: ObjectStore;
  entry: TreeEntry;
}): Promise<TreeEntry> {
  const { objects, entry } = options;
  const header =
    entry.type === 'blob' ? await objects.readHeader(entry.sha) : undefined;
  return header ? { ...entry, size: header.size } : entry;
}
