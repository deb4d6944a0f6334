import { ObjectStore } from '../objects/ObjectStore';
import { Commit } from '../types';
import { readCommit } from './readCommit';

/**
 * Goes through the commits that can be reached from `from` in the order of `git log`: the newest of those whose child was seen comes next.
 * `parents` chooses where to go on (default: all parents). What is missing (a shallow clone) is left out.
 */
export async function* walk(options: {
  objects: ObjectStore;
  from: string;
  parents?: (commit: Commit) => Promise<string[]>;
}): AsyncGenerator<Commit> {
  const { objects, from, parents } = options;
  const seen = new Set([from]);
  const first = await readCommit({ objects, sha: from });
  const queue = first ? [first] : [];
  while (queue.length > 0) {
    const commit = queue.shift()!;
    yield commit;
    for (const sha of parents ? await parents(commit) : commit.parents) {
      if (!seen.has(sha)) {
        seen.add(sha);
        const parent = await readCommit({ objects, sha });
        if (parent) {
          insert(queue, parent);
        }
      }
    }
  }
}

// Behind all that are newer or of the same second, as git does.
function insert(queue: Commit[], commit: Commit): void {
  const date = commit.committer.date.getTime();
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (queue[middle].committer.date.getTime() >= date) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  queue.splice(low, 0, commit);
}
