import type { SeedProblem } from '@callboard/github-sandbox';
import type { Problem } from '../problems/Problem';

/** A fault in a seed, in the words of the other reports. */
export function seedProblem(fault: SeedProblem): Problem {
  return {
    code: 'sandbox-seed',
    problem: fault.message,
    where: [
      [fault.file, fault.line].filter(part => part !== undefined).join(':'),
      fault.key,
    ]
      .filter(Boolean)
      .join(', '),
    remedy: fault.remedy,
  };
}
