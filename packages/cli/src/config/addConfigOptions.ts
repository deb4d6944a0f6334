import type { Command } from 'commander';

/** The options that say which configuration a command is about. */
export interface ConfigOptions {
  data?: string;
  config: string[];
  envFile?: string;
  presets?: string[];
  json: boolean;
}

/** Adds the options of `callboard start` that decide about the configuration, and `--json`. */
export function addConfigOptions(command: Command): Command {
  return command
    .option(
      '--config <file>',
      'configuration file above app-config.local.yaml; may be repeated',
      (file: string, files: string[]) => [...files, file],
      [],
    )
    .option(
      '--env-file <file>',
      'file with variables (default .env in the root); the environment wins',
    )
    .option('--data <dir>', 'data directory (CALLBOARD_DATA, default ./data)')
    .option('--json', 'print JSON', false);
}

/** `a, b` as a list of names. */
export function toNames(value: string): string[] {
  return value
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
}
