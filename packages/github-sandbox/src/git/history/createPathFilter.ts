import { ObjectStore } from '../objects/ObjectStore';
import { findEntry } from '../trees/findEntry';
import { Commit } from '../types';
import { readCommit } from './readCommit';

/**
 * What `git log -- path` shows and where it goes on (git's "history simplification"): a commit that has the path as one of its parents has
 * it is left out, and only that parent is followed.
 */
export function createPathFilter(options: {
  objects: ObjectStore;
  path: string;
}): {
  changes(commit: Commit): Promise<boolean>;
  parents(commit: Commit): Promise<string[]>;
} {
  const { objects, path } = options;
  const entries = new Map<string, string>();

  const entryOf = async (commit: Commit): Promise<string> => {
    const known = entries.get(commit.tree);
    if (known !== undefined) {
      return known;
    }
    const found = await findEntry({ objects, tree: commit.tree, path });
    const entry = found ? `${found.mode} ${found.sha}` : '';
    entries.set(commit.tree, entry);
    return entry;
  };

  const sameParent = async (commit: Commit): Promise<string | undefined> => {
    const own = await entryOf(commit);
    for (const sha of commit.parents) {
      const parent = await readCommit({ objects, sha });
      if (parent && (await entryOf(parent)) === own) {
        return sha;
      }
    }
    return undefined;
  };

  return {
    async changes(commit) {
      if (commit.parents.length === 0) {
        return (await entryOf(commit)) !== '';
      }
      return (await sameParent(commit)) === undefined;
    },
    async parents(commit) {
      const same = await sameParent(commit);
      return same ? [same] : commit.parents;
    },
  };
}
