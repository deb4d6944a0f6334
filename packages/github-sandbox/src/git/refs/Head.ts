import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The `HEAD` of one repository, which names its default branch. Only this class changes it. */
export class Head {
  readonly #path: string;
  #branch: string | undefined;

  constructor(options: { directory: string }) {
    this.#path = join(options.directory, 'HEAD');
  }

  get branch(): string {
    if (this.#branch === undefined) {
      const text = readFileSync(this.#path, 'utf8').trim();
      // A copied-in clone may be on no branch; then its HEAD is a SHA.
      this.#branch = text.startsWith('ref: refs/heads/')
        ? text.slice('ref: refs/heads/'.length)
        : 'main';
    }
    return this.#branch;
  }

  async set(branch: string): Promise<void> {
    await writeFile(`${this.#path}.lock`, `ref: refs/heads/${branch}\n`, {
      flag: 'wx',
    });
    await rename(`${this.#path}.lock`, this.#path);
    this.#branch = branch;
  }
}
