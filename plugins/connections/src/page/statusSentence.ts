import type { StatusCounts } from '../checks/countStatuses';

/** How things stand, in words: `1 thing to mend, 2 to look at`. */
export function statusSentence(counts: StatusCounts): string {
  const { fail, warn, pass } = counts;
  if (fail + warn + pass === 0) return 'Nothing tested yet';
  if (fail + warn === 0) return 'All is well';
  const things = (count: number) =>
    count === 1 ? '1 thing' : `${count} things`;
  if (warn === 0) return `${things(fail)} to mend`;
  if (fail === 0) return `${things(warn)} to look at`;
  return `${things(fail)} to mend, ${warn} to look at`;
}
