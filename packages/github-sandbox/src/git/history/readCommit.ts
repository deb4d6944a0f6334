import { parseCommit } from '../objects/commit';
import { ObjectStore } from '../objects/ObjectStore';
import { Commit } from '../types';

/** Reads a commit; undefined if there is no such object or it is another one. */
export async function readCommit(options: {
  objects: ObjectStore;
  sha: string;
}): Promise<Commit | undefined> {
  const { objects, sha } = options;
  const data = await objects.readTyped({ sha, type: 'commit' });
  return data && parseCommit({ sha, data });
}
