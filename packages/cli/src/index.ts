import { Command, CommanderError } from 'commander';
import { registerBackupCommands } from './backup';
import { registerConfigCommand } from './configCommand/registerConfigCommand';
import { registerConnectionsCommand } from './connectionsCommand/registerConnectionsCommand';
import { registerDocsCommand } from './docsCommand/registerDocsCommand';
import { registerDoctorCommand } from './doctor/registerDoctorCommand';
import { registerImportCommand } from './importCommand/registerImportCommand';
import { registerKeysCommand } from './keysCommand/registerKeysCommand';
import { registerPermissionsCommand } from './permissionsCommand/registerPermissionsCommand';
import { registerPresetsCommand } from './presetsCommand/registerPresetsCommand';
import { outliveReaders } from './start/outliveReaders';
import {
  registerStartCommand,
  type StartHooks,
} from './start/registerStartCommand';
import { registerSandboxCommand } from './sandbox/registerSandboxCommand';
import { registerValidateCommand } from './validate/registerValidateCommand';
import { ExitStatus } from './problems/ExitStatus';
import { version } from '../package.json';

/** Runs the `callboard` command. Each command registers itself and loads its implementation only when it runs. */
export async function main(
  args: string[],
  hooks: StartHooks = {},
): Promise<void> {
  outliveReaders([process.stdout, process.stderr]);
  const program = new Command('callboard')
    .description('Callboard, a developer portal built on Backstage.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride();

  registerStartCommand(program, hooks);
  registerPresetsCommand(program);
  registerConfigCommand(program);
  registerConnectionsCommand(program);
  registerDoctorCommand(program);
  registerImportCommand(program);
  registerDocsCommand(program);
  registerKeysCommand(program);
  registerPermissionsCommand(program);
  registerValidateCommand(program);
  registerSandboxCommand(program);
  registerBackupCommands(program);

  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      // `--help` and `--version` end this way too, with status 0.
      process.exitCode = error.exitCode === 0 ? 0 : ExitStatus.wrongUsage;
      return;
    }
    throw error;
  }
}
