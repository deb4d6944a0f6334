import path from 'node:path';
import { version } from '../../package.json';
import { loadPortalConfig } from '../config/loadPortalConfig';
import { readEnvironment } from '../config/readEnvironment';
import { trustedAuthorities } from '../presets/trustedAuthorities';
import { trustAuthorities } from '../start/trustAuthorities';
import type { RestoreCommandOptions } from './registerBackupCommands';
import { restoreBackup } from './restoreBackup';
import { runCommand } from './runCommand';

/** `callboard restore`. */
export async function restore(input: {
  file: string;
  options: RestoreCommandOptions;
}): Promise<void> {
  const { options } = input;
  const file = path.resolve(input.file);
  await runCommand({
    title: 'The backup could not be restored, and nothing was changed',
    json: options.json,
    load: async () => {
      const environment = readEnvironment({ options, env: process.env });
      const portal = await loadPortalConfig(environment);
      trustAuthorities(trustedAuthorities(portal.selection.resolved));
      return { environment, ...portal };
    },
    run: async ({ environment, config }) => {
      const result = await restoreBackup({
        file,
        data: environment.data,
        root: environment.root,
        config,
        port: environment.port,
        version,
        replace: options.yes,
        dryRun: options.dryRun,
        now: () => new Date(),
      });
      const { manifest, previousData, previousSchemas } = result;
      return {
        facts: {
          file,
          data: environment.data,
          createdAt: manifest.createdAt,
          callboardVersion: manifest.callboardVersion,
          database: manifest.database,
          entries: manifest.entries.length,
          dryRun: options.dryRun,
          previousData,
          previousSchemas,
        },
        text: [
          options.dryRun
            ? `${file} is complete and can be restored here; nothing was changed`
            : `${file} is restored into ${environment.data}`,
          `  Made on ${manifest.createdAt} by Callboard ${manifest.callboardVersion}`,
          ...(previousData
            ? [`  What was there is kept in ${previousData}`]
            : []),
          ...(previousSchemas.length
            ? [
                `  What was in the database is kept in ${previousSchemas.length} schemas like ${previousSchemas[0]}`,
              ]
            : []),
        ].join('\n'),
      };
    },
  });
}
