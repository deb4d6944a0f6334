import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Config } from '@backstage/config';
import semver from 'semver';
import { listenAddress } from '../config/listenAddress';
import { takeExclusiveLock } from '../dataDirectory/portalLock';
import { extractArchive } from './archive/extractArchive';
import { readManifest } from './archive/readManifest';
import {
  type BackupManifest,
  DATA_FOLDER,
  POSTGRES_FOLDER,
} from './BackupManifest';
import { isLeftOut } from './files/isLeftOut';
import { planSwap } from './files/planSwap';
import { swapDirectory } from './files/swapDirectory';
import { databaseOf } from './databaseOf';
import { findRunningPortal } from './findRunningPortal';
import { restorePostgres } from './postgres/restorePostgres';
import { refuse } from './refuse';
import { withWorkFolder } from './withWorkFolder';

/** A backup that has been put back. */
export interface RestoreResult {
  manifest: BackupManifest;
  /** Where the former data directory is kept; undefined when there was none. */
  previousData?: string;
  /** PostgreSQL schemas that hold what was there. */
  previousSchemas: string[];
}

/**
 * Puts a portal's state back: as a whole, or not at all. The backup is unpacked beside the data directory and checked; only then does it
 * take its place, within the transaction that restores PostgreSQL. Throws a `ProblemsError` with the reason when nothing was changed.
 */
export async function restoreBackup(options: {
  file: string;
  data: string;
  root: string;
  config: Config;
  port: number;
  version: string;
  /** Whether state that is there already may be replaced. */
  replace: boolean;
  /** Check everything and change nothing. */
  dryRun: boolean;
  now: () => Date;
}): Promise<RestoreResult> {
  const { file, data, config, dryRun } = options;
  const client = databaseOf(options);
  const manifest = await readManifest(file);
  checkFit({ file, manifest, client, version: options.version });

  const inUse = await holdsState(data);
  if (!dryRun) {
    await checkNotRunning({ ...options, inUse: inUse || client === 'pg' });
    if (inUse && !options.replace) {
      throw refuse({
        problem: 'the data directory is in use already',
        where: data,
        remedy:
          'choose another one with --data, or replace it with --yes: what is there is kept beside it',
      });
    }
  }

  const lock =
    inUse && !dryRun ? takeExclusiveLock({ directory: data }) : undefined;
  if (inUse && !dryRun && !lock) {
    throw running({ where: data });
  }
  try {
    if (lock) {
      await removeLeftovers(data);
    }
    const stamp = toStamp(options.now());
    const { prefix, inside } = dryRun
      ? { prefix: path.join(os.tmpdir(), 'callboard-restore-'), inside: false }
      : await planSwap({ data });
    return await withWorkFolder({
      prefix,
      work: async folder => {
        await extractArchive({ file, folder, manifest });
        if (dryRun) {
          return { manifest, previousSchemas: [] };
        }
        const source = path.join(folder, DATA_FOLDER);
        await keepOwner({ data, source });
        const swap = () => swapDirectory({ data, source, stamp, inside });
        if (client === 'better-sqlite3') {
          return {
            manifest,
            previousData: swap().previous,
            previousSchemas: [],
          };
        }
        const { result, previousSchemas } = await restorePostgres({
          config,
          folder: path.join(folder, POSTGRES_FOLDER),
          replace: options.replace,
          stamp,
          beforeCommit: swap,
        });
        return { manifest, previousData: result.previous, previousSchemas };
      },
    });
  } finally {
    lock?.release();
  }
}

function checkFit(options: {
  file: string;
  manifest: BackupManifest;
  client: 'better-sqlite3' | 'pg';
  version: string;
}) {
  const { file, manifest, client, version } = options;
  if (manifest.database.client !== client) {
    const names = { 'better-sqlite3': 'SQLite', pg: 'PostgreSQL' };
    throw refuse({
      problem: `the backup is of a portal on ${
        names[manifest.database.client]
      }, and this one is configured for ${names[client]}`,
      where: file,
      remedy: `set backend.database.client to ${manifest.database.client} (with --config, for example), or restore a backup of a portal on ${names[client]}`,
    });
  }
  if (semver.gt(manifest.callboardVersion, version)) {
    throw refuse({
      problem: 'the backup is newer than this version of Callboard',
      where: file,
      cause: `it was made by ${manifest.callboardVersion}, whose databases ${version} does not understand`,
      remedy: `restore it with Callboard ${manifest.callboardVersion} or newer`,
    });
  }
}

async function holdsState(data: string) {
  const names = await fs.readdir(data).catch(error => {
    if (error.code === 'ENOENT') {
      return [];
    }
    throw refuse({
      problem: 'the data directory cannot be read',
      where: data,
      cause: error.message,
      remedy: 'check the path given with --data or CALLBOARD_DATA',
    });
  });
  return names.some(name => !isLeftOut(name));
}

/** A portal that started before this protection existed holds no lock, but answers on its port. */
async function checkNotRunning(options: {
  config: Config;
  port: number;
  inUse: boolean;
}) {
  const url = options.inUse
    ? await findRunningPortal(listenAddress(options))
    : undefined;
  if (url) {
    throw running({ where: url });
  }
}

function running(options: { where: string }) {
  return refuse({
    problem: 'a portal is running',
    where: options.where,
    cause: 'it would go on writing to what is being replaced',
    remedy: 'stop it, restore, and start it again',
  });
}

/** What a restore left behind that was killed. While the lock is held no other restore is under way. */
async function removeLeftovers(data: string) {
  const beside = `${path.basename(data)}.restoring-`;
  const places = [
    { folder: path.dirname(data), prefix: beside },
    { folder: data, prefix: '.restoring-' },
  ];
  for (const { folder, prefix } of places) {
    for (const name of await fs.readdir(folder)) {
      if (name.startsWith(prefix)) {
        await fs.rm(path.join(folder, name), { recursive: true, force: true });
      }
    }
  }
}

/** Restored by the administrator, the data still belongs to the user that runs the portal. */
async function keepOwner(options: { data: string; source: string }) {
  const owner = await fs.stat(options.data).catch(() => undefined);
  if (!owner || process.getuid?.() !== 0 || owner.uid === 0) {
    return;
  }
  const visit = async (file: string): Promise<void> => {
    await fs.lchown(file, owner.uid, owner.gid);
    if ((await fs.lstat(file)).isDirectory()) {
      for (const name of await fs.readdir(file)) {
        await visit(path.join(file, name));
      }
    }
  };
  await visit(options.source);
}

/** `20261122T110512Z`: sorts by time and may be part of any name. */
function toStamp(date: Date) {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}
