import type { JobResult } from './types';

/** The log of a whole job: those of its steps one after the other, each line ended by a line feed. */
export function jobLog(result: Pick<JobResult, 'steps'>): string {
  return result.steps.map(({ log }) => log).join('');
}
