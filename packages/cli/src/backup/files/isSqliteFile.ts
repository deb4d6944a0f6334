import fs from 'node:fs/promises';

const MAGIC = Buffer.from('SQLite format 3\0');

/** Whether the file is an SQLite database, by its first bytes and whatever its name. */
export async function isSqliteFile(file: string): Promise<boolean> {
  const handle = await fs.open(file, 'r');
  try {
    const start = Buffer.alloc(MAGIC.length);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    return bytesRead === MAGIC.length && start.equals(MAGIC);
  } finally {
    await handle.close();
  }
}
