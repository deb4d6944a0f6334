import path from 'node:path';
import { version } from '../../package.json';
import { loadPortalConfig } from '../config/loadPortalConfig';
import { readEnvironment } from '../config/readEnvironment';
import { trustedAuthorities } from '../presets/trustedAuthorities';
import { trustAuthorities } from '../start/trustAuthorities';
import { createBackup } from './createBackup';
import type { BackupCommandOptions } from './registerBackupCommands';
import { runCommand } from './runCommand';
import { formatBytes } from './formatBytes';

/** `callboard backup`. */
export async function backup(input: {
  file: string;
  options: BackupCommandOptions;
}): Promise<void> {
  const { options } = input;
  const file = path.resolve(input.file);
  await runCommand({
    title: 'The backup could not be made',
    json: options.json,
    load: async () => {
      const environment = readEnvironment({ options, env: process.env });
      const portal = await loadPortalConfig(environment);
      trustAuthorities(trustedAuthorities(portal.selection.resolved));
      return { environment, ...portal };
    },
    run: async ({ environment, config }) => {
      const result = await createBackup({
        file,
        data: environment.data,
        root: environment.root,
        config,
        version,
        overwrite: options.yes,
        now: () => new Date(),
      });
      const { bytes, manifest, leftOut } = result;
      return {
        facts: {
          file,
          bytes,
          createdAt: manifest.createdAt,
          callboardVersion: manifest.callboardVersion,
          database: manifest.database,
          entries: manifest.entries.length,
          leftOut,
        },
        text: [
          `Backup written to ${file} (${formatBytes(bytes)})`,
          manifest.database.client === 'pg'
            ? `  PostgreSQL schemas: ${manifest.database.schemas.join(', ')}`
            : `  SQLite databases: ${manifest.database.files.length}`,
          `  Entries in all: ${manifest.entries.length}`,
          ...leftOut.map(line => `  Left out: ${line}`),
          `  It holds signing keys and credentials: keep it as safe as a password.`,
        ].join('\n'),
      };
    },
  });
}
