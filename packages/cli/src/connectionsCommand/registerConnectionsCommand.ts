import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';
import { toPort } from '../config/toPort';

/** The options of `callboard connections create-app`. */
export interface CreateAppOptions extends ConfigOptions {
  port?: number;
  organization?: string;
  /** A GitHub, unlike the `host` of `callboard start`. */
  host?: string;
  name?: string;
  features?: string[];
  webhook?: boolean;
  code?: string;
  show: boolean;
}

/** Adds `callboard connections`. */
export function registerConnectionsCommand(program: Command) {
  const connections = program
    .command('connections')
    .description('Set up what the portal is connected to.');

  addConfigOptions(connections.command('create-app'))
    .description(
      'Create a GitHub App with exactly the permissions that the portal needs.',
    )
    .option(
      '--presets <names>',
      'presets, comma-separated (CALLBOARD_PRESETS)',
      toNames,
    )
    .option(
      '--port <number>',
      'port of the portal (PORT, default 7007)',
      toPort,
    )
    .option(
      '--organization <name>',
      'organisation that the App belongs to (default: the one that the configuration names)',
    )
    .option(
      '--host <host>',
      'GitHub, as the configuration names it (default: the only one)',
    )
    .option(
      '--features <ids>',
      'features that it is for, comma-separated (default: those that are on)',
      toNames,
    )
    .option('--name <name>', 'name of the App; it can be changed on GitHub')
    .option('--webhook', 'have GitHub send events, or fail if it cannot')
    .option('--no-webhook', 'have GitHub send no events')
    .option(
      '--code <address>',
      'end what was begun, with the whole address that GitHub sent the browser to',
    )
    .option(
      '--show',
      'print the credentials, once, instead of keeping them in the data directory',
      false,
    )
    .addHelpText(
      'after',
      `
It writes a page into the data directory. Open that in any browser, on this machine or another, and say yes on GitHub. GitHub then
sends the browser to the portal, which need not run: paste that address here. The App's credentials go into the data directory, where
the portal finds them, at once or at its next start. A portal that runs has the same on its page /connections/new-app.

Give it the options and variables that the portal is started with. With --json the result is on stdout and everything else on stderr.

Examples:
  callboard connections create-app --presets github --organization acme
  callboard connections create-app --code 'https://portal.example.com/connections/app-created?code=...&state=...'
  callboard connections create-app --host github.example.com --features catalog-discovery --show --json

Exit status: 0 done, 1 it could not be done, 2 wrong usage, 78 the configuration cannot be read.`,
    )
    .action(async (options: CreateAppOptions) => {
      const { createApp } = await import('./createApp');
      await createApp(options);
    });
}
