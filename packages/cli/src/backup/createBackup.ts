import fs from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '@backstage/config';
import { writeArchive } from './archive/writeArchive';
import {
  BACKUP_FORMAT,
  type BackupDatabase,
  type BackupManifest,
  DATA_FOLDER,
  POSTGRES_FOLDER,
} from './BackupManifest';
import { stageDataDirectory } from './files/stageDataDirectory';
import { databaseOf } from './databaseOf';
import { dumpPostgres } from './postgres/dumpPostgres';
import { refuse } from './refuse';
import { withWorkFolder } from './withWorkFolder';

/** A backup that has been written. */
export interface BackupResult {
  manifest: BackupManifest;
  bytes: number;
  /** What a reader might expect in the backup and is not, in words. */
  leftOut: string[];
}

/**
 * Writes the state of a portal into one file, while the portal may run. Throws a `ProblemsError`, and leaves no file behind, when
 * anything of it cannot be backed up.
 */
export async function createBackup(options: {
  file: string;
  data: string;
  root: string;
  config: Config;
  version: string;
  overwrite: boolean;
  now: () => Date;
}): Promise<BackupResult> {
  const { file, data, config, version } = options;
  const client = databaseOf(options);
  await checkPlaces(options);

  return withDiskSpace(file, () =>
    withWorkFolder({
      prefix: path.join(path.dirname(file), '.callboard-backup-'),
      work: async folder => {
        const createdAt = options.now().toISOString();
        const dump =
          client === 'pg'
            ? await dumpPostgres({
                config,
                folder: path.join(folder, POSTGRES_FOLDER),
              })
            : undefined;
        const { databases } = await stageDataDirectory({
          data,
          target: path.join(folder, DATA_FOLDER),
        });
        if (!dump && databases.length === 0) {
          throw refuse({
            problem: 'the data directory holds no databases of a portal',
            where: data,
            remedy:
              'name the one that the portal uses with --data or CALLBOARD_DATA',
          });
        }
        const database: BackupDatabase = dump
          ? {
              client: 'pg',
              serverVersion: dump.serverVersion,
              schemas: dump.schemas,
            }
          : { client: 'better-sqlite3', files: databases };
        const written = await writeArchive({
          folder,
          file,
          manifest: {
            kind: 'callboard-backup',
            format: BACKUP_FORMAT,
            callboardVersion: version,
            createdAt,
            database,
          },
        });
        return { ...written, leftOut: dump?.leftOut ?? [] };
      },
    }),
  );
}

async function checkPlaces(options: {
  file: string;
  data: string;
  overwrite: boolean;
}) {
  const { file, data, overwrite } = options;
  const entries = await fs.readdir(data).catch(() => undefined);
  if (!entries?.length) {
    throw refuse({
      problem: entries
        ? 'the data directory is empty, so there is nothing to back up'
        : 'there is no data directory to back up',
      where: data,
      remedy: 'name the one that the portal uses with --data or CALLBOARD_DATA',
    });
  }
  if (!path.relative(data, file).startsWith('..')) {
    throw refuse({
      problem: 'the backup would lie in the data directory and hold itself',
      where: file,
      remedy:
        'choose a place outside the data directory, best on another disk or machine',
    });
  }
  const existing = await fs.stat(file).catch(() => undefined);
  if (existing && (!overwrite || !existing.isFile())) {
    throw refuse({
      problem: existing.isFile()
        ? 'the file exists already'
        : 'there is something else than a file in that place',
      where: file,
      remedy: existing.isFile()
        ? 'choose another name, or replace it with --yes'
        : 'choose another name',
    });
  }
  await fs.access(path.dirname(file), fs.constants.W_OK).catch(error => {
    throw refuse({
      problem: 'the backup cannot be written there',
      where: path.dirname(file),
      cause: error.message,
      remedy: 'make the folder, give yourself write access, or choose another',
    });
  });
}

async function withDiskSpace<T>(file: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') {
      throw refuse({
        problem: 'there is no disk space left for the backup',
        where: path.dirname(file),
        cause:
          'while it is made it takes about twice the size of the data directory and the database',
        remedy: 'free some space, or write the backup to another disk',
      });
    }
    throw error;
  }
}
