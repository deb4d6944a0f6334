import fs from 'node:fs/promises';
import path from 'node:path';
import { ProbeError } from '../ProbeError';
import type { Probed } from '../System';

const MAGIC = 'SQLite format 3\0';

/**
 * Looks whether files can be written and begin as SQLite's do. Reading all of a database would hold up the portal, which has it open in
 * the same thread.
 */
export async function probeSqlite(options: {
  directory: string;
}): Promise<Probed> {
  const { directory } = options;
  const names = await fs.readdir(directory).catch(error => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!names) {
    return { detail: 'There is none yet; the first start makes it.' };
  }
  await writable(directory);
  const files = names.filter(name => name.endsWith('.sqlite'));
  let bytes = 0;
  for (const name of files) {
    const file = path.join(directory, name);
    await writable(file);
    bytes += (await fs.stat(file)).size;
    if (!(await beginsWell(file))) {
      throw new ProbeError(
        `${file} is no SQLite database, or is damaged.`,
        'Stop the portal and restore a backup ("callboard restore FILE"); the catalog may also be deleted, and is then read again.',
      );
    }
  }
  return {
    detail: `${files.length} files of ${Math.ceil(
      bytes / 1_000_000,
    )} MB can be read and written.`,
  };
}

async function writable(file: string): Promise<void> {
  try {
    await fs.access(file, fs.constants.R_OK | fs.constants.W_OK);
  } catch {
    throw new ProbeError(
      `${file} cannot be written by the account that runs the portal.`,
      'Give it to that account (chown), or mount the directory for writing.',
    );
  }
}

async function beginsWell(file: string): Promise<boolean> {
  const handle = await fs.open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(
      Buffer.alloc(MAGIC.length),
      0,
      MAGIC.length,
      0,
    );
    // One that nothing was written to is empty.
    return bytesRead === 0 || buffer.toString('latin1') === MAGIC;
  } finally {
    await handle.close();
  }
}
