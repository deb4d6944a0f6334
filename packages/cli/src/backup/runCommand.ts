import type { JsonObject } from '@backstage/types';
import { ExitStatus } from '../problems/ExitStatus';
import { formatProblems } from '../problems/formatProblems';
import type { Problem } from '../problems/Problem';
import { ProblemsError } from '../problems/ProblemsError';

/** What a command found or did: for scripts and for people. */
export interface CommandResult {
  facts: { [key: string]: unknown };
  text: string;
}

/**
 * Runs a command to its end: prints its result to stdout, or its problems to stderr (with `json` as `{problems}` to stdout), and
 * sets the exit status. A problem found by `load` is one of the configuration, one found by `run` is one of the work.
 */
export async function runCommand<T>(options: {
  title: string;
  json: boolean;
  load: () => Promise<T>;
  run: (loaded: T) => Promise<CommandResult>;
}): Promise<void> {
  const { title, json, load, run } = options;
  const fail = (error: unknown, status: number) => {
    if (!(error instanceof ProblemsError)) {
      throw error;
    }
    report({ title, json, problems: error.problems });
    process.exitCode = status;
  };

  let loaded: T;
  try {
    loaded = await load();
  } catch (error) {
    fail(error, ExitStatus.cannotStart);
    return;
  }
  try {
    const { facts, text } = await run(loaded);
    print(json ? JSON.stringify(facts as JsonObject, null, 2) : text);
  } catch (error) {
    fail(error, ExitStatus.failed);
  }
}

function report(options: {
  title: string;
  json: boolean;
  problems: Problem[];
}) {
  const { title, json, problems } = options;
  if (json) {
    print(JSON.stringify({ problems }, null, 2));
  } else {
    process.stderr.write(`\n${formatProblems({ title, problems })}`);
  }
}

function print(text: string) {
  process.stdout.write(`${text}\n`);
}
