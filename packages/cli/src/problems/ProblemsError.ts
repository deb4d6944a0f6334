import type { Problem } from './Problem';

/** Thrown with everything that was found wrong, so that all of it is reported at once. */
export class ProblemsError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(problems.map(({ problem }) => problem).join('; '));
    this.name = 'ProblemsError';
    this.problems = problems;
  }
}
