import type { Command } from 'commander';

/** The options that `callboard backup` and `callboard restore` share. */
export interface BackupCommandOptions {
  data?: string;
  config: string[];
  presets?: string[];
  json: boolean;
  yes: boolean;
}

/** The options of `callboard restore`. */
export interface RestoreCommandOptions extends BackupCommandOptions {
  dryRun: boolean;
}

const EXIT_STATUS = `Exit status: 0 done, 1 it could not be done and nothing was changed, 2 wrong usage, 78 the configuration is not valid.`;

/** Adds `callboard backup` and `callboard restore`. */
export function registerBackupCommands(program: Command) {
  addSharedOptions(program.command('backup'))
    .description(
      'Write all state of a portal into one file. The portal may run meanwhile.',
    )
    .argument('<file>', 'the file to write, for example portal.tar.gz')
    .option('--yes', 'replace the file when it exists', false)
    .addHelpText(
      'after',
      `
The file holds the databases (SQLite or PostgreSQL, as configured) and the data directory: docs, installed plugins, keys; not
logs and caches. It holds the keys with which the portal signs, the credentials that it was given while it ran, and whatever
people stored in it: keep it as safe as a password. Only its owner may read it.

Examples:
  callboard backup portal.tar.gz
  callboard backup /backups/portal-$(date +%F).tar.gz --data /var/lib/callboard --config production.yaml

${EXIT_STATUS}`,
    )
    .action(async (file: string, options: BackupCommandOptions) => {
      const { backup } = await import('./backup');
      await backup({ file, options });
    });

  addSharedOptions(program.command('restore'))
    .description(
      'Put the state of a portal back from a backup. The portal must be stopped.',
    )
    .argument('<file>', 'a file written by `callboard backup`')
    .option(
      '--yes',
      'replace a data directory or database that is in use already; what was there is kept beside it',
      false,
    )
    .option('--dry-run', 'check the backup and change nothing', false)
    .addHelpText(
      'after',
      `
The whole file is checked before anything is changed, and the change is made as a whole or not at all. What was there stays as
DATA.before-restore-TIME, and in PostgreSQL as schemas of that ending, until you delete it. Restore only files that you trust: a
backup can hold any SQL and any plugin.

Examples:
  callboard restore portal.tar.gz --dry-run
  callboard restore portal.tar.gz --data /var/lib/callboard --yes

${EXIT_STATUS}`,
    )
    .action(async (file: string, options: RestoreCommandOptions) => {
      const { restore } = await import('./restore');
      await restore({ file, options });
    });
}

function addSharedOptions(command: Command) {
  return command
    .option(
      '--data <dir>',
      'data directory of the portal (CALLBOARD_DATA, default ./data)',
    )
    .option(
      '--config <file>',
      'configuration file that the portal is started with; may be repeated',
      (file: string, files: string[]) => [...files, file],
      [],
    )
    .option(
      '--presets <names>',
      'presets that the portal is started with, comma-separated (CALLBOARD_PRESETS)',
      (value: string) =>
        value
          .split(',')
          .map(name => name.trim())
          .filter(Boolean),
    )
    .option('--json', 'print the result as JSON', false);
}
