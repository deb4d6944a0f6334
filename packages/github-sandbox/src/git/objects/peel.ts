import { ObjectType, ResolvedObject } from '../types';
import { parseCommit } from './commit';
import { ObjectStore } from './ObjectStore';
import { parseTag } from './tag';

const MAX_TAGS = 20;

/** Follows tags, and a commit to its tree, until an object of the wanted type; without `type` until something that is not a tag. */
export async function peel(options: {
  objects: ObjectStore;
  sha: string;
  type?: ObjectType;
}): Promise<ResolvedObject | undefined> {
  const { objects, type } = options;
  let sha = options.sha;
  for (let depth = 0; depth < MAX_TAGS; depth += 1) {
    const header = await objects.readHeader(sha);
    if (!header) {
      return undefined;
    }
    if (header.type === type || (!type && header.type !== 'tag')) {
      return { sha, type: header.type };
    }
    const data = (await objects.read(sha))?.data;
    if (header.type === 'tag' && data) {
      sha = parseTag({ sha, data }).object;
    } else if (header.type === 'commit' && type === 'tree' && data) {
      sha = parseCommit({ sha, data }).tree;
    } else {
      return undefined;
    }
  }
  return undefined;
}
