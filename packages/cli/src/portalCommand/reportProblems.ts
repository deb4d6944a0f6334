import { formatProblems } from '../problems/formatProblems';
import type { Problem } from '../problems/Problem';
import { printJson } from './printJson';

/** Says what went wrong: on stderr, or as JSON on stdout. */
export function reportProblems(options: {
  /** Above the problems: `Nothing was imported`. */
  title: string;
  problems: Problem[];
  json: boolean;
}): void {
  const { title, problems, json } = options;
  if (json) printJson({ problems });
  else process.stderr.write(`\n${formatProblems({ title, problems })}`);
}
