import fs from 'node:fs/promises';
import { nearestExisting } from '../../start/nearestExisting';
import { dataDirectoryProblems } from '../../start/dataDirectoryProblems';
import type { DoctorRow } from '../DoctorReport';

const MIB = 1024 * 1024;
/** A portal does not start with less. */
const NEEDED_BYTES = 100 * MIB;
/** Databases, docs and logs grow into this within weeks. */
const COMFORTABLE_BYTES = 1024 * MIB;

/** Whether the data directory can be written, or made, and has room, found out without writing. */
export async function dataDirectoryRow(directory: string): Promise<DoctorRow> {
  const row = {
    id: 'data-directory',
    group: 'configuration' as const,
    check: 'The data directory can be written and has room',
    links: [],
  };
  const [problem] = await dataDirectoryProblems(directory);
  if (problem) {
    return {
      ...row,
      status: 'fail',
      cause: `${problem.problem}: ${problem.where} (${problem.cause})`,
      remedy: problem.remedy,
    };
  }
  const existing = await nearestExisting(directory);
  const isThere = existing === directory;
  const { bavail, bsize } = await fs.statfs(existing);
  const free = bavail * bsize;
  const room = `${(free / 1e9).toFixed(1)} GB are free for ${directory}`;
  const cause = isThere ? room : `${room}; it is made at the first start`;
  const check = isThere
    ? row.check
    : 'The data directory will be made and has room';
  if (free >= COMFORTABLE_BYTES) {
    return { ...row, check, status: 'pass', cause, remedy: '' };
  }
  return {
    ...row,
    check,
    status: free < NEEDED_BYTES ? 'fail' : 'warn',
    cause,
    remedy:
      'free some space (old logs and backups first), or choose another place with --data or CALLBOARD_DATA',
  };
}
