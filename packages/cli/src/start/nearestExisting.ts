import fs from 'node:fs/promises';
import path from 'node:path';

/** The directory, or the nearest one above it that is there: what would have to be written to make it. */
export async function nearestExisting(directory: string): Promise<string> {
  const isThere = await fs.stat(directory).then(
    () => true,
    error => error.code === 'EACCES',
  );
  const parent = path.dirname(directory);
  return isThere || parent === directory ? directory : nearestExisting(parent);
}
