import { readFileSync, statSync } from 'node:fs';
import {
  mkdir,
  readdir,
  rename,
  rmdir,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isValidRefName } from '../isValidRefName';
import { isMissingFile } from '../process/isMissingFile';
import { Ref } from '../types';
import { PackedRefs } from './packedRefs';

const MAX_SYMBOLIC = 5;

/** Whether a ref may begin with this. */
function isPrefixOfRefs(prefix: string): boolean {
  // A name is whole with a letter more, whether the prefix ends within a part or after one.
  return prefix.startsWith('refs/') && isValidRefName(`${prefix}x`);
}

/** The refs of one repository, as files and packed, without any rule but git's for their names. Writers hold the repository's mutex. */
export class RefStore {
  readonly #directory: string;
  readonly #packed: PackedRefs;

  constructor(options: { directory: string }) {
    this.#directory = options.directory;
    this.#packed = new PackedRefs(options);
  }

  /** The SHA that a full ref name stands for. */
  async read(ref: string, depth: number = 0): Promise<string | undefined> {
    if (!isValidRefName(ref) || depth > MAX_SYMBOLIC) {
      return undefined;
    }
    const text = this.#readFile(ref);
    if (text?.startsWith('ref: ')) {
      return this.read(text.slice(5).trim(), depth + 1);
    }
    return text?.trim() ?? this.#packed.read().get(ref)?.sha;
  }

  /** All refs, by name; `peeled` is only there where git has noted it. A prefix that no ref can have names none: it could lead out of the repository. */
  async list(prefix: string = 'refs/'): Promise<Ref[]> {
    const refs = new Map<string, Ref>();
    if (!isPrefixOfRefs(prefix)) {
      return [];
    }
    for (const ref of this.#packed.read().values()) {
      if (ref.ref.startsWith(prefix)) {
        refs.set(ref.ref, ref);
      }
    }
    // Only the folder that the prefix names is walked; `refs/heads/fea` is in `refs/heads`.
    const folder = prefix.slice(0, prefix.lastIndexOf('/')) || 'refs';
    for (const name of await this.#walk(folder)) {
      const sha = name.startsWith(prefix) ? await this.read(name) : undefined;
      if (sha && refs.get(name)?.sha !== sha) {
        refs.set(name, { ref: name, sha });
      }
    }
    return [...refs.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
  }

  /** Whether a ref of this name cannot be made because `a` and `a/b` cannot both exist. */
  async conflicts(ref: string): Promise<boolean> {
    const parts = ref.split('/');
    for (let length = 2; length < parts.length; length += 1) {
      if (await this.read(parts.slice(0, length).join('/'))) {
        return true;
      }
    }
    return (await this.list(`${ref}/`)).length > 0;
  }

  async write(options: { ref: string; sha: string }): Promise<void> {
    const path = join(this.#directory, options.ref);
    // Deleted refs may have left empty folders where the file must go.
    await this.#removeEmptyFolders(options.ref);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(`${path}.lock`, `${options.sha}\n`, { flag: 'wx' });
    await rename(`${path}.lock`, path);
  }

  async remove(ref: string): Promise<void> {
    await this.#packed.remove(ref);
    await unlink(join(this.#directory, ref)).catch(error => {
      if (!isMissingFile(error)) {
        throw error;
      }
    });
    for (
      let folder = dirname(ref);
      folder.split('/').length > 2;
      folder = dirname(folder)
    ) {
      await rmdir(join(this.#directory, folder)).catch(() => {});
    }
  }

  // A file of 41 bytes: to read it at once is the quickest by far.
  #readFile(ref: string): string | undefined {
    const path = join(this.#directory, ref);
    try {
      return statSync(path, { throwIfNoEntry: false })?.isFile()
        ? readFileSync(path, 'utf8')
        : undefined;
    } catch (error) {
      // Deleted in between, or a part of the name is a file.
      if (isMissingFile(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async #walk(folder: string): Promise<string[]> {
    const path = join(this.#directory, folder);
    const entries = await readdir(path, { withFileTypes: true }).catch(
      () => [],
    );
    const names: string[] = [];
    for (const entry of entries) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        names.push(...(await this.#walk(name)));
      } else if (!name.endsWith('.lock')) {
        names.push(name);
      }
    }
    return names;
  }

  async #removeEmptyFolders(folder: string): Promise<void> {
    const path = join(this.#directory, folder);
    const entries = await readdir(path, { withFileTypes: true }).catch(
      () => undefined,
    );
    for (const entry of entries ?? []) {
      await this.#removeEmptyFolders(`${folder}/${entry.name}`);
    }
    if (entries) {
      await rmdir(path);
    }
  }
}
