import type { Problem } from './Problem';

/** Thrown with everything that was found wrong, so that all of it is reported at once. */
export class ProblemsError extends Error {
  readonly problems: Problem[];
  /** Whether what was asked for is wrong, rather than what is there. */
  readonly isUsage: boolean;

  constructor(problems: Problem[], options: { isUsage?: boolean } = {}) {
    super(problems.map(({ problem }) => problem).join('; '));
    this.name = 'ProblemsError';
    this.problems = problems;
    this.isUsage = options.isUsage ?? false;
  }
}
