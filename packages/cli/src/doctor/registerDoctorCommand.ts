import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';
import { toPort } from '../config/toPort';

/** The options of `callboard doctor`. */
export interface DoctorOptions extends ConfigOptions {
  port?: number;
  verbose: boolean;
}

/** Adds `callboard doctor`. */
export function registerDoctorCommand(program: Command) {
  addConfigOptions(program.command('doctor'))
    .description(
      'Check configuration, database, connections, sign-in, catalog and plugins, and say what to do about what is wrong.',
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
    .option('--verbose', 'say of what is well how that shows', false)
    .addHelpText(
      'after',
      `
Give it the options and variables that the portal is started with. A portal that runs is asked; where none answers, the same
checks run here. It changes nothing. With --json: [{group, check, status: pass|warn|fail, cause, remedy}], and id, links and since.

Examples:
  callboard doctor
  callboard doctor --presets github,github-auth --env-file production.env
  callboard doctor --json | jq '.[] | select(.status != "pass")'

Exit status: 0 all well (warnings are), 1 something to mend, 2 wrong usage, 78 the configuration cannot start a portal.`,
    )
    .action(async (options: DoctorOptions) => {
      const { doctor } = await import('./doctor');
      await doctor(options);
    });
}
