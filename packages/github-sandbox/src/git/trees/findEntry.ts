import { ObjectStore } from '../objects/ObjectStore';
import {
  fromBytes,
  isTree,
  parseTree,
  RawEntry,
  toBytes,
} from '../objects/tree';

/** The entry at a path below a tree; `path` is not empty and has no empty parts. */
export async function findEntry(options: {
  objects: ObjectStore;
  tree: string;
  path: string;
}): Promise<RawEntry | undefined> {
  const { objects, path } = options;
  let entry: RawEntry = { mode: '40000', name: '', sha: options.tree };
  for (const part of path.split('/')) {
    const data = isTree(entry)
      ? await objects.readTyped({ sha: entry.sha, type: 'tree' })
      : undefined;
    const entries = data ? parseTree(data) : [];
    const name = toBytes(part);
    const found =
      entries.find(candidate => candidate.name === name) ??
      // A name that is not UTF-8 is asked for by what it was shown as.
      (part.includes('\ufffd')
        ? entries.find(candidate => fromBytes(candidate.name) === part)
        : undefined);
    if (!found) {
      return undefined;
    }
    entry = found;
  }
  return entry;
}
