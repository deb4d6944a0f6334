import { readEnvironment } from '../config/readEnvironment';
import { endWithStatus } from '../portalCommand/endWithStatus';
import { findPortal } from '../portalCommand/portal/findPortal';
import { reportProblems } from '../portalCommand/reportProblems';
import { ExitStatus } from '../problems/ExitStatus';
import { openPermissionsPortal } from './openPermissionsPortal';
import type { PermissionsPortal } from './PermissionsPortal';
import type { PermissionsOptions } from './registerPermissionsCommand';

const DEFAULT_COLUMNS = 120;

/** What such a command works with. */
export interface PermissionsCommand {
  portal: PermissionsPortal;
  /** The URL that people use, without a slash at the end. */
  baseUrl: string;
  json: boolean;
  /** Of the terminal. */
  width: number;
  /** Prints a line on stdout. */
  say(line: string): void;
}

/** Runs a command that asks the running portal about permissions. Ends the process. */
export async function runPermissionsCommand(asked: {
  /** Above the problems. */
  title: string;
  options: PermissionsOptions;
  work(command: PermissionsCommand): Promise<void>;
}): Promise<void> {
  const { title, options, work } = asked;
  const { json } = options;
  await endWithStatus({
    ...{ title, json },
    run: async () => {
      const environment = readEnvironment({ options, env: process.env });
      process.chdir(environment.root);
      const found = await findPortal({ environment, user: 'permissions' });
      if (found.outcome === 'unreadable') {
        reportProblems({ title, problems: found.problems, json });
        return ExitStatus.cannotStart;
      }
      const { url, key, baseUrl } = found;
      await work({
        ...{ baseUrl, json },
        portal: openPermissionsPortal({ url, key }),
        width: process.stdout.columns ?? DEFAULT_COLUMNS,
        say: line => process.stdout.write(`${line}\n`),
      });
      return ExitStatus.done;
    },
  });
}
