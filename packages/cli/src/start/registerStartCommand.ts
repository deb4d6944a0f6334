import { type Command, Option } from 'commander';
import { toPort } from '../config/toPort';

/** The options of `callboard start` as given on the command line. */
export interface StartOptions {
  port?: number;
  host?: string;
  data?: string;
  config: string[];
  envFile?: string;
  presets?: string[];
  json?: boolean;
  log?: 'text' | 'json';
  verbose: boolean;
  frontend: boolean;
}

/** What whoever launches the command does for it. */
export interface StartHooks {
  /** Builds the pages where they are stale. Called when nothing keeps the portal from starting, and not with `--no-frontend`. */
  prepareFrontend?: () => Promise<void>;
}

/** Adds `callboard start`. */
export function registerStartCommand(program: Command, hooks: StartHooks) {
  program
    .command('start')
    .description('Start the portal and serve it until it is stopped.')
    .option('--port <number>', 'port to listen on (PORT, default 7007)', toPort)
    .option(
      '--host <address>',
      'address to listen on; by default only this machine, unless the base URL names another host',
    )
    .option(
      '--data <dir>',
      'data directory: databases, docs, logs (CALLBOARD_DATA, default ./data)',
    )
    .option(
      '--config <file>',
      'configuration file above app-config.local.yaml; may be repeated',
      (file: string, files: string[]) => [...files, file],
      [],
    )
    .option(
      '--presets <names>',
      'presets, comma-separated (CALLBOARD_PRESETS)',
      toList,
    )
    .option(
      '--env-file <file>',
      'file with variables, NAME=value in each line (default .env in the root); the environment wins',
    )
    .addOption(
      new Option(
        '--log <format>',
        'text: warnings here, all of it in the data directory; json: every line here',
      ).choices(['text', 'json']),
    )
    .option('--verbose', 'with --log text, print every log line', false)
    .option('--json', 'report what keeps it from starting as JSON', false)
    .option('--no-frontend', 'serve the API only')
    .addHelpText(
      'after',
      `
Examples:
  callboard start
  callboard start --presets recommended,github,github-auth
  callboard start --port 8080 --data /var/lib/callboard --config my-config.yaml

Exit status: 0 stopped, 1 failed while running, 2 wrong usage, 78 the configuration cannot start a portal.`,
    )
    .action(async (options: StartOptions) => {
      const { start } = await import('./start');
      await start(options, hooks);
    });
}

function toList(value: string) {
  return value
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
}
