import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';

/** A command that stops with one problem: `throw refuse({...})`. */
export function refuse(problem: Problem): ProblemsError {
  return new ProblemsError([problem]);
}
