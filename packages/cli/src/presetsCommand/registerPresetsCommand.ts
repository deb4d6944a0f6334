import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';

/** The options of `callboard presets list` and `show`. */
export interface PresetsOptions {
  json: boolean;
  markdown?: boolean;
}

/** The options of `callboard presets check`. */
export interface CheckPresetsOptions extends ConfigOptions {
  template: boolean;
}

/** Adds `callboard presets`. Your own presets in CALLBOARD_PRESETS_DIR are among them. */
export function registerPresetsCommand(program: Command) {
  const presets = program
    .command('presets')
    .description('See what presets there are, and what a selection needs.');

  presets
    .command('list')
    .description('List the presets, by what they connect.')
    .option('--json', 'print JSON', false)
    .action(async (options: PresetsOptions) => {
      const { listPresets } = await import('./listPresets');
      await listPresets(options);
    });

  presets
    .command('show')
    .description('Show one preset in full: variables, rights, app-config.')
    .argument('<name>', 'a name from `callboard presets list`')
    .option('--json', 'print JSON', false)
    .option('--markdown', "print the preset's page of the documentation", false)
    .action(async (name: string, options: PresetsOptions) => {
      const { showPreset } = await import('./showPreset');
      await showPreset(name, options);
    });

  addConfigOptions(presets.command('check'))
    .description(
      'Explain a selection without starting: what it turns on, what is missing, what to register where.',
    )
    .argument(
      '[names]',
      'comma-separated; by default those that are configured (CALLBOARD_PRESETS)',
      toNames,
    )
    .option(
      '--presets <names>',
      'the same as the argument, as `callboard start` takes it',
      toNames,
    )
    .option(
      '--template',
      'print an environment file for the selection to fill in',
      false,
    )
    .addHelpText(
      'after',
      `
Examples:
  callboard presets check github,github-auth
  callboard presets check github,github-auth --template > portal.env && chmod 600 portal.env
  callboard presets check --json

Exit status: 0 a portal could start, 2 wrong usage, 78 it could not.`,
    )
    .action(
      async (names: string[] | undefined, options: CheckPresetsOptions) => {
        const { checkPresets } = await import('./checkPresets');
        await checkPresets(names, options);
      },
    );
}
