import { ExitStatus } from '../problems/ExitStatus';
import { ProblemsError } from '../problems/ProblemsError';
import { reportProblems } from './reportProblems';

/**
 * Runs a command, reports the `ProblemsError` that it throws, and ends the process with the status that it resolves to once all is written: a
 * reader of stdin must not keep it.
 */
export async function endWithStatus(options: {
  /** Above the problems: `Nothing was imported`. */
  title: string;
  json: boolean;
  run(): Promise<number>;
}): Promise<void> {
  const { title, json, run } = options;
  const status = await run().catch((error: unknown) => {
    if (!(error instanceof ProblemsError)) throw error;
    reportProblems({ title, problems: error.problems, json });
    return error.isUsage ? ExitStatus.wrongUsage : ExitStatus.failed;
  });
  await Promise.all(
    [process.stdout, process.stderr].map(
      stream => new Promise<void>(resolve => stream.write('', () => resolve())),
    ),
  );
  process.exit(status);
}
