import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

/** Writes a file that its owner alone may read. Whoever reads it meanwhile, and an interruption, find the earlier text or this one. */
export async function writeSafely(options: {
  file: string;
  text: string;
}): Promise<void> {
  const { file, text } = options;
  const unfinished = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    const handle = await fs.open(unfinished, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true });
    throw error;
  }
}

/** Makes the folder, for its owner alone where it is new. */
export async function ensureFolder(file: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
}
