import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';
import { toPort } from '../config/toPort';

/** The options that every `callboard permissions` has. */
export interface PermissionsOptions extends ConfigOptions {
  port?: number;
}

const HELP_OF_ALL = `
The portal has to run. Give this command the options and variables that the portal is started with: it asks with a key from
DATA/keys/permissions. The page /access/permissions says the same.

Exit status: 0 done, 1 it could not be done, 2 wrong usage, 78 the configuration cannot be read.`;

/** Adds `callboard permissions`. */
export function registerPermissionsCommand(program: Command) {
  const command = program
    .command('permissions')
    .description('Who may do what, and why.');
  const add = (usage: string, description: string, examples: string[]) =>
    addConfigOptions(command.command(usage))
      .description(description)
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
      .addHelpText(
        'after',
        `\nExamples:\n${examples
          .map(example => `  callboard permissions ${example}`)
          .join('\n')}\n${HELP_OF_ALL}`,
      );

  add('explain', 'Say whether somebody may do something, and why.', [
    'explain jane catalog.entity.delete component:default/web',
    'explain user:default/jane devtools.info',
    'explain jane catalog.entity.read component:web --json',
  ])
    .argument('<user>', 'as jane, or user:default/jane')
    .argument('<permission>', 'as callboard permissions list has it')
    .argument('[entity]', 'as component:default/web')
    .action(
      async (
        user: string,
        permission: string,
        entity: string | undefined,
        options: PermissionsOptions,
      ) => {
        const { explainPermission } = await import('./explainPermission');
        await explainPermission({
          question: { user, permission, ...(entity && { entity }) },
          options,
        });
      },
    );

  add('list', 'Say which permissions the plugins of the portal ask.', [
    'list',
    "list --json | jq -r '.permissions[].name'",
  ]).action(async (options: PermissionsOptions) => {
    const { listPermissions } = await import('./listPermissions');
    await listPermissions({ options });
  });

  add(
    'administrator',
    'Print a link by which a person who signs in becomes the first administrator; for a portal that has none.',
    ['administrator'],
  ).action(async (options: PermissionsOptions) => {
    const { printAdministratorLink } = await import('./printAdministratorLink');
    await printAdministratorLink({ options });
  });
}
