import { readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ref } from '../types';

/** The text of a `packed-refs` file. */
export function formatPackedRefs(refs: Ref[]): string {
  const lines = [...refs]
    .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    .map(({ ref, sha, peeled }) =>
      peeled ? `${sha} ${ref}\n^${peeled}\n` : `${sha} ${ref}\n`,
    );
  return `# pack-refs with: peeled fully-peeled sorted \n${lines.join('')}`;
}

/** Reads the text of a `packed-refs` file. */
export function parsePackedRefs(text: string): Map<string, Ref> {
  const refs = new Map<string, Ref>();
  let last: Ref | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('^') && last) {
      last.peeled = line.slice(1);
    } else if (/^[0-9a-f]{40} /.test(line)) {
      last = { ref: line.slice(41), sha: line.slice(0, 40) };
      refs.set(last.ref, last);
    }
  }
  return refs;
}

/** The `packed-refs` file of a repository, read again when it has changed. */
export class PackedRefs {
  readonly #path: string;
  #version = '';
  #refs = new Map<string, Ref>();

  constructor(options: { directory: string }) {
    this.#path = join(options.directory, 'packed-refs');
  }

  read(): Map<string, Ref> {
    const found = statSync(this.#path, { throwIfNoEntry: false });
    const version = found
      ? `${found.mtimeMs}:${found.size}:${found.ino}`
      : 'none';
    if (version !== this.#version) {
      const text = found ? readFileSync(this.#path, 'utf8') : '';
      this.#refs = parsePackedRefs(text);
      this.#version = version;
    }
    return this.#refs;
  }

  async remove(ref: string): Promise<void> {
    const refs = this.read();
    if (refs.has(ref)) {
      const rest = [...refs.values()].filter(packed => packed.ref !== ref);
      const lock = `${this.#path}.lock`;
      await writeFile(lock, formatPackedRefs(rest), { flag: 'wx' });
      await rename(lock, this.#path);
    }
  }
}
