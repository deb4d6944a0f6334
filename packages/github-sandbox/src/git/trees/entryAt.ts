import { Core } from '../Core';
import { toTreeEntry } from '../objects/tree';
import { resolve } from '../refs/resolve';
import { TreeEntry } from '../types';
import { findEntry } from './findEntry';
import { withSize } from './readTree';

/** What is at `path` in the tree of an expression; `''` is the root tree. The answer's `path` is the one that was asked for. */
export async function entryAt(options: {
  core: Core;
  commit: string;
  path: string;
}): Promise<TreeEntry | undefined> {
  const { core, commit, path } = options;
  const { objects } = core;
  const root = await resolve({ core, expression: commit, type: 'tree' });
  if (!root) {
    return undefined;
  }
  if (path === '') {
    return { path, mode: '040000', type: 'tree', sha: root.sha };
  }
  const entry = await findEntry({ objects, tree: root.sha, path });
  return (
    entry && withSize({ objects, entry: { ...toTreeEntry({ entry }), path } })
  );
}
