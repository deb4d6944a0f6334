import fs from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../problems/Problem';

/** Less than this and SQLite and the docs soon fail in the middle of a write. */
const MINIMUM_FREE_BYTES = 100 * 1024 * 1024;

/** Whether the data directory is there (it is made when missing), can be written, and has room. */
export async function checkDataDirectory(options: {
  directory: string;
}): Promise<Problem[]> {
  const { directory } = options;
  const probe = path.join(directory, `.write-check-${process.pid}`);
  try {
    await makeDirectory(path.join(directory, 'databases'));
    await makeDirectory(path.join(directory, 'logs'));
    await fs.writeFile(probe, 'ok');
    await fs.rm(probe);
    const { bavail, bsize } = await fs.statfs(directory);
    if (bavail * bsize < MINIMUM_FREE_BYTES) {
      throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    }
    return [];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') {
      return [
        {
          problem: 'there is no disk space left for the data directory',
          where: directory,
          cause: `less than ${MINIMUM_FREE_BYTES / 1024 / 1024} MB are free`,
          remedy: 'free some space, or choose another place with --data',
        },
      ];
    }
    return [
      {
        problem: 'the data directory cannot be written',
        where: directory,
        cause:
          code === 'ENOTDIR' || code === 'EEXIST'
            ? 'a part of the path is a file, not a folder'
            : message,
        remedy:
          'give the user that runs the portal write access, or choose another place with --data or CALLBOARD_DATA',
      },
    ];
  }
}

/** One level at a time: Node's recursive mkdir never returns where the kernel refuses with ENOENT, as in /proc. */
async function makeDirectory(directory: string): Promise<void> {
  const isThere = await fs.access(directory).then(
    () => true,
    () => false,
  );
  if (isThere) {
    return;
  }
  await makeDirectory(path.dirname(directory));
  await fs.mkdir(directory).catch(error => {
    if (error.code !== 'EEXIST') {
      throw error;
    }
  });
}
