import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';

/** Prints why there is no App. Returns the exit status. */
export function reportFailure(options: {
  error: Error;
  json: boolean;
}): number {
  const { error, json } = options;
  const problems =
    error instanceof ProblemsError
      ? error.problems
      : [{ problem: error.message, remedy: '' }];
  reportProblems({ problems, json });
  // What was asked for does not exist, or GitHub would refuse it.
  const isUsage = problems.some(({ where }) => where?.startsWith('--'));
  return isUsage ? ExitStatus.wrongUsage : ExitStatus.failed;
}

/** Prints problems: with `json` on stdout. */
export function reportProblems(options: {
  problems: Problem[];
  json: boolean;
}) {
  const { problems, json } = options;
  if (json) {
    process.stdout.write(`${JSON.stringify({ problems }, null, 2)}\n`);
  } else {
    process.stderr.write(
      `\n${formatProblems({ title: 'The App was not created', problems })}`,
    );
  }
}
