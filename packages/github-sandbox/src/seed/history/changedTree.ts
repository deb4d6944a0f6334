import type { SeedCommit } from '../../git';
import type { Tree } from './buildHistory';

/** A tree after the changes of a commit. */
export function changedTree(options: {
  tree: Tree;
  changes: SeedCommit['files'];
}): Tree {
  const tree = new Map(options.tree);
  for (const [path, file] of Object.entries(options.changes)) {
    if (file === null) {
      tree.delete(path);
    } else if (typeof file === 'string' || Buffer.isBuffer(file)) {
      tree.set(path, { content: file });
    } else {
      tree.set(path, file);
    }
  }
  return tree;
}
