import fs from 'node:fs/promises';
import path from 'node:path';
import { createMask } from '../mask/createMask';

/** Of larger files only the secrets as they are given are found, not their encodings. */
const LARGE_BYTES = 256 * 1024;

/**
 * Which secrets are in what a run leaves: in outputs of its steps, and in its files. These are kept, sealed, as long as it is: a retry is not
 * asked for them again, but must mask them all the same.
 */
export interface Residue {
  values(): string[];
  /** Looks for secrets in a value of JSON. */
  addFrom(value: unknown): void;
  /** Looks for secrets in all files below a folder. Tells whether there were any that had not been found before. */
  addFromFiles(folder: string): Promise<boolean>;
}

/** `known` is what an earlier attempt found. */
export function createResidue(options: {
  values: string[];
  known: string[];
}): Residue {
  const found = new Set(options.known);
  const sought = new Map(
    options.values
      .filter(value => !found.has(value))
      .map(value => [value, createMask({ values: [value] })]),
  );
  const note = (isIn: (value: string) => boolean) => {
    for (const value of [...sought.keys()]) {
      if (!isIn(value)) continue;
      found.add(value);
      sought.delete(value);
    }
  };
  const noteText = (text: string) =>
    note(value => sought.get(value)!.text(text) !== text);

  return {
    values: () => [...found],
    addFrom(value) {
      if (sought.size > 0) noteText(JSON.stringify(value) ?? '');
    },
    async addFromFiles(folder) {
      const before = found.size;
      const entries =
        sought.size > 0
          ? await fs.readdir(folder, { recursive: true, withFileTypes: true })
          : [];
      for (const entry of entries) {
        if (sought.size === 0) break;
        if (!entry.isFile()) continue;
        const bytes = await fs.readFile(
          path.join(entry.parentPath, entry.name),
        );
        if (bytes.length > LARGE_BYTES) note(value => bytes.includes(value));
        else noteText(bytes.toString());
      }
      return found.size > before;
    },
  };
}
