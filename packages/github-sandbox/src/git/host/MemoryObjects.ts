import { hashObject } from '../objects/hashObject';
import { TreeStorage } from '../trees/writeTree';
import { GitObject, ObjectType } from '../types';

/** Objects in memory, by SHA, until a new repository is written as a whole. */
export class MemoryObjects implements TreeStorage {
  /** What was written so far. */
  readonly objects = new Map<string, GitObject>();

  async readHeader(sha: string): Promise<{ type: ObjectType } | undefined> {
    return this.objects.get(sha);
  }

  async readTyped(options: {
    sha: string;
    type: ObjectType;
  }): Promise<Buffer | undefined> {
    const object = this.objects.get(options.sha);
    return object?.type === options.type ? object.data : undefined;
  }

  async write(object: GitObject): Promise<string> {
    const { sha } = hashObject(object);
    this.objects.set(sha, object);
    return sha;
  }
}
