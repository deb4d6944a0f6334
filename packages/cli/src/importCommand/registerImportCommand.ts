import { type Command, Option } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';
import { toPort } from '../config/toPort';

/** The options of `callboard import github`. */
export interface ImportOptions extends ConfigOptions {
  port?: number;
  /** A GitHub, unlike the `host` of `callboard start`. */
  host?: string;
  mode: 'register' | 'pull-requests';
  only: string[];
  plan: boolean;
  resume: boolean;
  yes: boolean;
}

/** Adds `callboard import`. */
export function registerImportCommand(program: Command) {
  const command = program
    .command('import')
    .description('Bring many repositories into the catalog at once.');

  addConfigOptions(command.command('github'))
    .argument(
      '[organisation]',
      'organisation on GitHub (default: the one that the portal mirrors)',
    )
    .description(
      'Plan what can be made of the repositories of an organisation, then register it or open pull requests.',
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
      '--host <host>',
      'GitHub, as the configuration names it (default: the only one)',
    )
    .addOption(
      new Option(
        '--mode <mode>',
        'register: inferred entities at once; pull-requests: a descriptor for each repository',
      )
        .choices(['register', 'pull-requests'])
        .default('register'),
    )
    .option(
      '--only <glob>',
      'repositories by name or OWNER/NAME, with * and ?; may be repeated',
      (glob: string, globs: string[]) => [...globs, glob],
      [],
    )
    .option('--plan', 'print the plan and stop', false)
    .option(
      '--resume',
      'go on with the last import of the organisation, or watch the one that runs',
      false,
    )
    .option('--yes', 'apply without asking', false)
    .addHelpText(
      'after',
      `
The portal has to run: it makes the plan, applies it, and goes on when this command is interrupted. Nothing is changed before the plan
is confirmed. Registered entities are undone by unregistering their locations. Pull requests are opened on a branch named
callboard/catalog-info, one for each repository however often this runs, at the pace that GitHub allows. The page /github/import has
the same.

Give it the options and variables that the portal is started with. With --json the plan, or the run that applied it, is on stdout and
everything else on stderr; without --yes it then stops after the plan.

Examples:
  callboard import github
  callboard import github acme --only 'payments-*' --mode pull-requests
  callboard import github acme --plan --json | jq '.items[] | select(.state == "inferable").repository'
  callboard import github acme --resume

Exit status: 0 done, 1 it could not be done or some repositories failed, 2 wrong usage, 78 the configuration cannot be read.`,
    )
    .action(
      async (organisation: string | undefined, options: ImportOptions) => {
        const { importGithub } = await import('./importGithub');
        await importGithub({ organisation, options });
      },
    );
}
