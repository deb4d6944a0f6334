/** Whether a run or a job has not ended, so that it is worth to look again soon. */
export function isUnderWay(build: { status: string }): boolean {
  return build.status !== 'completed';
}
