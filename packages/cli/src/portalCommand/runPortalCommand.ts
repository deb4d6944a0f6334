import type { ConfigOptions } from '../config/addConfigOptions';
import { readEnvironment } from '../config/readEnvironment';
import { ExitStatus } from '../problems/ExitStatus';
import { chooseOrganisation } from './chooseOrganisation';
import { confirm } from './confirm';
import { endWithStatus } from './endWithStatus';
import type { ImportPortal } from './portal/ImportPortal';
import { reachPortal } from './portal/reachPortal';
import { reportProblems } from './reportProblems';

const DEFAULT_COLUMNS = 120;

/** The options that every command has which asks the running portal. */
export interface PortalCommandOptions extends ConfigOptions {
  port?: number;
  /** A GitHub, unlike the `host` of `callboard start`. */
  host?: string;
  yes: boolean;
}

/** What such a command works with. */
export interface PortalCommand {
  portal: ImportPortal;
  /** The URL that people use, without a slash at the end. */
  baseUrl: string;
  target: { host?: string; organisation: string };
  /** For people: stdout, or stderr where stdout is JSON. */
  out: NodeJS.WritableStream;
  /** Of the terminal. */
  width: number;
  /** Whether `--yes` was given, or somebody says yes; with `--json` nobody is asked. */
  approves(question: string): Promise<boolean>;
}

/**
 * Runs a command that has the running portal do something for an organisation, and reports the `ProblemsError` that it throws. Ends the process
 * with the status that `work` resolves to: a reader of stdin must not keep it.
 */
export async function runPortalCommand(asked: {
  /** Above the problems: `Nothing was imported`. */
  title: string;
  organisation?: string;
  options: PortalCommandOptions;
  work(command: PortalCommand): Promise<number>;
}): Promise<void> {
  const { title, options } = asked;
  await endWithStatus({ title, json: options.json, run: () => run(asked) });
}

async function run(
  asked: Parameters<typeof runPortalCommand>[0],
): Promise<number> {
  const { title, organisation, options, work } = asked;
  const { host, json, yes } = options;
  const environment = readEnvironment({
    // Its `--host` is a GitHub, and nothing that a portal listens on.
    options: { ...options, host: undefined },
    env: process.env,
  });
  process.chdir(environment.root);
  const reached = await reachPortal({ environment });
  if (reached.outcome === 'unreadable') {
    reportProblems({ title, problems: reached.problems, json });
    return ExitStatus.cannotStart;
  }
  const { portal, baseUrl } = reached;
  const out = json ? process.stderr : process.stdout;
  return work({
    ...{ portal, baseUrl, out },
    target: await chooseOrganisation({ portal, host, organisation }),
    width: process.stdout.columns ?? DEFAULT_COLUMNS,
    approves: async question =>
      yes ||
      (!json &&
        (await confirm({
          question: `\n${question}`,
          input: process.stdin,
          ask: text => out.write(text),
        }))),
  });
}
