import { readEnvironment } from '../config/readEnvironment';
import { confirm } from '../portalCommand/confirm';
import { endWithStatus } from '../portalCommand/endWithStatus';
import { findPortal } from '../portalCommand/portal/findPortal';
import { reportProblems } from '../portalCommand/reportProblems';
import { ExitStatus } from '../problems/ExitStatus';
import { ProblemsError } from '../problems/ProblemsError';
import type { KeysPortal } from './KeysPortal';
import { openKeysPortal } from './openKeysPortal';
import type { KeysOptions } from './registerKeysCommand';

const DEFAULT_COLUMNS = 120;

/** What such a command works with. */
export interface KeysCommand {
  portal: KeysPortal;
  /** The URL that people use, without a slash at the end. */
  baseUrl: string;
  json: boolean;
  /** Of the terminal. */
  width: number;
  /** Prints a line on stdout. */
  say(line: string): void;
  /** Whether `--yes` was given, or somebody says yes. Throws a `ProblemsError` where nobody can be asked. */
  approves(question: string): Promise<boolean>;
}

/** Runs a command that asks the running portal about keys. Ends the process. */
export async function runKeysCommand(asked: {
  /** Above the problems: `No key was made`. */
  title: string;
  options: KeysOptions & { yes?: boolean };
  work(command: KeysCommand): Promise<void>;
}): Promise<void> {
  const { title, options, work } = asked;
  const { json, yes } = options;
  await endWithStatus({
    ...{ title, json },
    run: async () => {
      const environment = readEnvironment({ options, env: process.env });
      process.chdir(environment.root);
      const found = await findPortal({ environment, user: 'keys' });
      if (found.outcome === 'unreadable') {
        reportProblems({ title, problems: found.problems, json });
        return ExitStatus.cannotStart;
      }
      const { url, key, baseUrl } = found;
      await work({
        ...{ baseUrl, json },
        portal: openKeysPortal({ url, key }),
        width: process.stdout.columns ?? DEFAULT_COLUMNS,
        say: line => process.stdout.write(`${line}\n`),
        approves: async question => yes || askPerson({ question, json }),
      });
      return ExitStatus.done;
    },
  });
}

async function askPerson(options: {
  question: string;
  json: boolean;
}): Promise<boolean> {
  const { question, json } = options;
  if (json) {
    throw new ProblemsError(
      [
        {
          problem: 'with --json nobody is asked',
          where: '--yes',
          remedy: 'add --yes',
        },
      ],
      { isUsage: true },
    );
  }
  return confirm({
    question,
    input: process.stdin,
    ask: text => process.stdout.write(text),
  });
}
