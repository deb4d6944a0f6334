import { Packs } from '../packs/Packs';
import { GitObject, ObjectType } from '../types';
import { CatFile, CatFileAnswer } from './CatFile';
import { hashObject } from './hashObject';
import { isSha } from './isSha';
import { readLoose, readLooseStart, writeLoose } from './looseObjects';
import { LruCache } from './LruCache';

/** The caches that all repositories of a host share. Their keys name the repository: an object of one must not show in another. */
export interface ObjectCaches {
  objects: LruCache<GitObject>;
  headers: LruCache<{ type: ObjectType; size: number }>;
}

/** Caches of about 64 MB. */
export function createObjectCaches(): ObjectCaches {
  return {
    objects: new LruCache({ limit: 64 * 1024 * 1024 }),
    headers: new LruCache({ limit: 200_000 }),
  };
}

const OVERHEAD = 200;
let stores = 0;

/** The objects of one repository: loose ones and whole ones in packs in process, deltas by `git cat-file`. */
export class ObjectStore {
  readonly #directory: string;
  readonly #caches: ObjectCaches;
  readonly #catFile: CatFile;
  readonly #packs: Packs;
  // A number and not the repository's id: one that was removed and made again starts afresh.
  readonly #number = (stores += 1);

  constructor(options: { directory: string; caches: ObjectCaches }) {
    this.#directory = options.directory;
    this.#caches = options.caches;
    this.#catFile = new CatFile({ directory: options.directory });
    this.#packs = new Packs({ directory: options.directory });
  }

  async read(sha: string): Promise<GitObject | undefined> {
    if (!isSha(sha)) {
      return undefined;
    }
    const key = `${this.#number}:${sha}`;
    const cached = this.#caches.objects.get(key);
    if (cached) {
      return cached;
    }
    const start = readLooseStart({ directory: this.#directory, sha });
    if (start?.data) {
      return this.#keep(key, start.type, start.data);
    }
    const object = start
      ? await readLoose({ directory: this.#directory, sha })
      : await this.#readPacked({ sha, withData: true });
    return object?.data && this.#keep(key, object.type, object.data);
  }

  /** The type and the size in bytes. */
  async readHeader(
    sha: string,
  ): Promise<{ type: ObjectType; size: number } | undefined> {
    if (!isSha(sha)) {
      return undefined;
    }
    const key = `${this.#number}:${sha}`;
    const cached = this.#caches.headers.get(key);
    if (cached) {
      return cached;
    }
    const start = readLooseStart({ directory: this.#directory, sha });
    if (start?.data) {
      this.#keep(key, start.type, start.data);
    }
    const header = start ?? (await this.#readPacked({ sha, withData: false }));
    if (header) {
      const { type, size } = header;
      this.#caches.headers.set(key, { type, size });
    }
    return header;
  }

  /** The content of an object if it is of that type. */
  async readTyped(options: {
    sha: string;
    type: ObjectType;
  }): Promise<Buffer | undefined> {
    const object = await this.read(options.sha);
    return object?.type === options.type ? object.data : undefined;
  }

  async write(options: { type: ObjectType; data: Buffer }): Promise<string> {
    const { sha, raw } = hashObject(options);
    const key = `${this.#number}:${sha}`;
    if (!(await this.readHeader(sha))) {
      await writeLoose({ directory: this.#directory, sha, raw });
      this.#keep(key, options.type, options.data);
    }
    return sha;
  }

  /** The packed objects whose SHA starts with these digits. */
  findPacked(prefix: string): string[] {
    return this.#packs.findPrefix(prefix);
  }

  close(): Promise<void> {
    return this.#catFile.close();
  }

  #keep(key: string, type: ObjectType, data: Buffer): GitObject {
    const object = { type, data };
    this.#caches.objects.set(key, object, data.length + OVERHEAD);
    this.#caches.headers.set(key, { type, size: data.length });
    return object;
  }

  async #readPacked(options: {
    sha: string;
    withData: boolean;
  }): Promise<CatFileAnswer | undefined> {
    const answer = await this.#packs.read(options);
    if (answer === 'askGit') {
      return this.#catFile.read(options);
    }
    return answer === 'missing' ? undefined : answer;
  }
}
