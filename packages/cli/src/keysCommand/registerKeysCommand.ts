import type { Command } from 'commander';
import {
  addConfigOptions,
  type ConfigOptions,
  toNames,
} from '../config/addConfigOptions';
import { toPort } from '../config/toPort';
import { toHours } from './toHours';

/** The options that every `callboard keys` has. */
export interface KeysOptions extends ConfigOptions {
  port?: number;
}

/** The options of `callboard keys create`. */
export interface CreateOptions extends KeysOptions {
  owner?: string;
  plugins?: string[];
  permissions?: string[];
  readOnly: boolean;
  /** Hours. */
  expiresIn?: number;
}

/** The options of `callboard keys rotate` and `revoke`. */
export interface ChangeOptions extends KeysOptions {
  /** Hours; of `rotate` alone. */
  overlap?: number;
  yes: boolean;
}

const HELP_OF_SCOPES = `
To read entities: --plugins catalog. To search: --plugins search. To read docs: --plugins techdocs,catalog. To start a template and
follow its log: --plugins scaffolder,catalog. All but the first ask plugins in the name of the key, which a key with --read-only or
--permissions does not allow. Without --plugins the key opens everything.
`;

const HELP_OF_ALL = `
The portal has to run. Give this command the options and variables that the portal is started with: it asks with a key from
DATA/keys/keys, which opens /api/access and nothing else. The page /access/keys does the same.

Exit status: 0 done, 1 it could not be done, 2 wrong usage, 78 the configuration cannot be read.`;

/** Adds `callboard keys`. */
export function registerKeysCommand(program: Command) {
  const command = program
    .command('keys')
    .description('Keys with which machines ask the portal.');
  const add = (
    usage: string,
    description: string,
    examples: string[],
    notes = '',
  ) =>
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
          .map(example => `  callboard keys ${example}`)
          .join('\n')}\n${notes}${HELP_OF_ALL}`,
      );

  add(
    'create',
    'Make a key, and print it: this once.',
    [
      'create ci --plugins scaffolder,catalog --owner group:default/platform',
      'create dashboards --plugins catalog --read-only --expires-in 365d',
      "create nightly --plugins catalog --permissions catalog.entity.read --json | jq -r '.key'",
    ],
    HELP_OF_SCOPES,
  )
    .argument('<name>', 'what it is for')
    .option('--owner <ref>', 'who answers for it, as group:default/platform')
    .option('--plugins <ids>', 'opens these alone (default: all)', toNames)
    .option(
      '--permissions <names>',
      'has these permissions alone; needs --plugins',
      toNames,
    )
    .option('--read-only', 'reads, and changes nothing', false)
    .option('--expires-in <time>', 'as 12h, 90d or 52w (default: 90d)', toHours)
    .action(async (name: string, options: CreateOptions) => {
      const { createKey } = await import('./createKey');
      await createKey({ name, options });
    });

  add('list', 'Say which keys there are; never their secrets.', [
    'list',
    `list --json | jq '.keys[] | select(.state == "active").id'`,
  ]).action(async (options: KeysOptions) => {
    const { listKeys } = await import('./listKeys');
    await listKeys({ options });
  });

  add('rotate', 'Make a new secret for a key, and print it: this once.', [
    'rotate 5f2c9a10b7e4',
    'rotate 5f2c9a10b7e4 --overlap 0h --yes',
  ])
    .argument('<id>', 'of the key')
    .option(
      '--overlap <time>',
      'how long the secret before stays good: 0h (at once) to 7d (default: 24h)',
      toHours,
    )
    .option('--yes', 'do not ask', false)
    .action(async (id: string, options: ChangeOptions) => {
      const { rotateKey } = await import('./rotateKey');
      await rotateKey({ id, options });
    });

  add('revoke', 'Refuse a key from now on.', ['revoke 5f2c9a10b7e4 --yes'])
    .argument('<id>', 'of the key')
    .option('--yes', 'do not ask', false)
    .action(async (id: string, options: ChangeOptions) => {
      const { revokeKey } = await import('./revokeKey');
      await revokeKey({ id, options });
    });
}
