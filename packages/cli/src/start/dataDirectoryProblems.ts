import fs from 'node:fs/promises';
import type { Problem } from '../problems/Problem';
import { nearestExisting } from './nearestExisting';

/** Types of file systems of the Linux kernel that hold no files of ours: proc and sysfs (linux/magic.h). */
const KERNEL_FILE_SYSTEMS = [0x9fa0, 0x62656572];

/** Whether the data directory could be made and written, found out without writing anything. */
export async function dataDirectoryProblems(
  directory: string,
): Promise<Problem[]> {
  const ancestor = await nearestExisting(directory);
  const cause = await obstacle(ancestor);
  return cause
    ? [
        {
          code: 'data-directory',
          problem: 'the data directory cannot be written',
          where: directory,
          cause: ancestor === directory ? cause : `${ancestor}: ${cause}`,
          remedy:
            'give the user that runs the portal write access, or choose another place with --data or CALLBOARD_DATA',
        },
      ]
    : [];
}

async function obstacle(directory: string): Promise<string | undefined> {
  try {
    if (!(await fs.stat(directory)).isDirectory()) {
      return 'it is a file, not a folder';
    }
    await fs.access(directory, fs.constants.W_OK | fs.constants.X_OK);
    const { type } = await fs.statfs(directory);
    return KERNEL_FILE_SYSTEMS.includes(type)
      ? 'it belongs to the kernel'
      : undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
