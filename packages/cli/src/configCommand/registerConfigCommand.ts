import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';

/** The options of `callboard config print`. */
export type PrintConfigOptions = ConfigOptions;

/** Adds `callboard config`. */
export function registerConfigCommand(program: Command) {
  const config = program
    .command('config')
    .description('Look into the configuration.');

  addConfigOptions(config.command('print'))
    .description(
      'Print the effective configuration, and where each key came from.',
    )
    .argument('[key]', 'only this key and what lies below it')
    .option(
      '--presets <names>',
      'presets, comma-separated (CALLBOARD_PRESETS)',
      toNames,
    )
    .addHelpText(
      'after',
      `
Each key is followed by the file, preset or variable that set it, and by what it overrides in lower layers. Secrets are
masked. With --json: [{key, value, from, overrides: [{value, from}]}]; value is null where a layer removed the key.

Examples:
  callboard config print
  callboard config print catalog.providers --presets github,github-auth
  callboard config print --json | jq '.[] | select(.overrides != [])'

Exit status: 0 done, 1 the key is not set, 2 wrong usage, 78 a portal could not start with this configuration.`,
    )
    .action(async (key: string | undefined, options: PrintConfigOptions) => {
      const { printConfig } = await import('./printConfig');
      await printConfig(key, options);
    });
}
