import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PackedEntry, readPackEntry } from './readPackEntry';
import { PackIndex } from './PackIndex';

/** What reading a pack gives: the object, nothing, or that only git can tell (it is stored as a delta, or in a format that is not read here). */
export type PackAnswer = PackedEntry | 'missing' | 'askGit';

/** The packs of one repository. */
export class Packs {
  readonly #directory: string;
  #version = -1;
  #packs: Array<{ path: string; index: PackIndex }> = [];
  #isComplete = true;

  constructor(options: { directory: string }) {
    this.#directory = join(options.directory, 'objects');
  }

  /** Reads an object: its type and size, and with `withData` its content. */
  async read(options: { sha: string; withData: boolean }): Promise<PackAnswer> {
    const { sha, withData } = options;
    const pack = this.#find(sha) ?? (this.#refresh() && this.#find(sha));
    if (!pack) {
      return this.#isComplete ? 'missing' : 'askGit';
    }
    const { path, start, end } = pack;
    // A pack that was written anew in the meantime, or with a delta here.
    const entry = await readPackEntry({ path, start, end, withData });
    return entry ?? 'askGit';
  }

  /** The objects whose SHA starts with these digits. */
  findPrefix(prefix: string): string[] {
    this.#refresh();
    return this.#packs.flatMap(({ index }) => index.findPrefix(prefix));
  }

  #find(sha: string): { path: string; start: number; end: number } | undefined {
    for (const { path, index } of this.#packs) {
      const found = index.find(sha);
      if (found) {
        return { path, ...found };
      }
    }
    return undefined;
  }

  // Reads the list of packs again if it has changed; whether it has.
  #refresh(): boolean {
    const folder = join(this.#directory, 'pack');
    const found = statSync(folder, { throwIfNoEntry: false });
    const version = found?.mtimeMs ?? 0;
    if (version === this.#version) {
      return false;
    }
    const alternates = join(this.#directory, 'info', 'alternates');
    this.#version = version;
    this.#packs = [];
    this.#isComplete = !statSync(alternates, { throwIfNoEntry: false });
    for (const name of found ? readdirSync(folder) : []) {
      if (name.endsWith('.idx')) {
        this.#add(join(folder, name));
      }
    }
    return true;
  }

  #add(path: string): void {
    try {
      const index = new PackIndex({ data: readFileSync(path) });
      this.#packs.push({ path: path.replace(/idx$/, 'pack'), index });
    } catch {
      this.#isComplete = false;
    }
  }
}
