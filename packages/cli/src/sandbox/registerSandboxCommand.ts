import { type Command, InvalidArgumentError } from 'commander';

/** The options of `callboard sandbox` as given on the command line. */
export interface SandboxOptions {
  port?: number;
  seed?: string;
  latency?: number;
  data?: string;
  reset: boolean;
  portal?: string;
  json: boolean;
}

/** Adds `callboard sandbox`. */
export function registerSandboxCommand(program: Command) {
  program
    .command('sandbox')
    .summary('run the GitHub sandbox alone')
    .description(
      'Run a GitHub-shaped server on this machine, for trials and tests: REST, GraphQL, git, OAuth, Apps, webhooks, Actions.',
    )
    .option(
      '--port <number>',
      'port to listen on, on the loopback address alone (CALLBOARD_SANDBOX_PORT, default 7008)',
      toNumber({ from: 0, to: 65535 }),
    )
    .option(
      '--seed <dir>',
      'folder with the organisation to begin with (default: the example company)',
    )
    .option(
      '--latency <ms>',
      'delay of every answer, in milliseconds',
      toNumber({ from: 0, to: 600_000 }),
    )
    .option(
      '--data <dir>',
      'data directory; the sandbox keeps what happens in it there (CALLBOARD_DATA, default ./data)',
    )
    .option('--reset', 'forget everything and begin with the seed again', false)
    .option(
      '--portal <url>',
      'the portal that its App and OAuth App belong to (CALLBOARD_BASE_URL, default http://localhost:7007)',
    )
    .option('--json', 'print addresses and credentials as JSON', false)
    .addHelpText(
      'after',
      `
The organisation, its people and repositories come from the seed; docs/github-sandbox.md describes both. Whoever reaches the
address can sign in as any of the people: it is for this machine alone.

Examples:
  callboard sandbox
  callboard sandbox --port 7008 --seed ./my-company --latency 80
  git clone http://localhost:7008/copperbell/checkout-service

Exit status: 0 stopped, 1 failed while running, 2 wrong usage, 78 it cannot start.`,
    )
    .action(async (options: SandboxOptions) => {
      const { runSandbox } = await import('./runSandbox');
      await runSandbox(options);
    });
}

function toNumber({ from, to }: { from: number; to: number }) {
  return (value: string) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < from || number > to) {
      throw new InvalidArgumentError(
        `It must be a number from ${from} to ${to}.`,
      );
    }
    return number;
  };
}
