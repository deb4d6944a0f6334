import { constants, type Stats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { copyDatabase } from './copyDatabase';
import { isLeftOut } from './isLeftOut';
import { isSqliteFile } from './isSqliteFile';

/** What SQLite keeps beside a database. The online copy of the database holds their content already. */
const SQLITE_SIDECARS = /-(journal|wal|shm)$/;

/**
 * Copies the state of a data directory to `target`. Databases are copied as of one moment each.
 * Links that stay inside the data directory remain links; others are followed. Sockets and pipes are no state.
 *
 * Resolves to the databases, relative to `data`.
 */
export async function stageDataDirectory(options: {
  data: string;
  target: string;
}): Promise<{ databases: string[] }> {
  const data = await fs.realpath(options.data);
  const databases: string[] = [];

  async function copyFolder(folder: string, relative: string) {
    await fs.mkdir(path.join(options.target, relative), { recursive: true });
    for (const name of (await fs.readdir(folder)).sort()) {
      if (relative !== '' || !isLeftOut(name)) {
        await copyEntry(path.join(folder, name), path.join(relative, name));
      }
    }
    const { mode } = await fs.stat(folder);
    await fs.chmod(path.join(options.target, relative), mode & 0o777);
  }

  async function copyEntry(source: string, relative: string) {
    const target = path.join(options.target, relative);
    const link = await readInnerLink({ data, source });
    if (link !== undefined) {
      await fs.symlink(link, target);
      return;
    }
    const stats = await statIfThere(source);
    if (stats?.isDirectory()) {
      await copyFolder(await withoutLoop({ data, source }), relative);
    } else if (stats?.isFile() && !(await isSidecar(source))) {
      if (await isSqliteFile(source)) {
        await copyDatabase({ source, target });
        databases.push(relative);
      } else {
        await fs.copyFile(source, target, constants.COPYFILE_FICLONE);
      }
      await fs.chmod(target, stats.mode & 0o777);
    }
  }

  await copyFolder(data, '');
  return { databases };
}

/** The text of a relative link whose target lies in the data directory. */
async function readInnerLink(options: { data: string; source: string }) {
  const { data, source } = options;
  const text = await fs.readlink(source).catch(() => undefined);
  if (text === undefined) {
    return undefined;
  }
  const target = path.resolve(path.dirname(source), text);
  return !path.isAbsolute(text) && target.startsWith(data + path.sep)
    ? text
    : undefined;
}

/** A folder reached through a link to outside must not contain the data directory: the copy would never end. */
async function withoutLoop(options: { data: string; source: string }) {
  const folder = await fs.realpath(options.source);
  if ((options.data + path.sep).startsWith(folder + path.sep)) {
    throw new Error(
      `${options.source} links to ${folder}, which contains the data directory itself. Remove the link.`,
    );
  }
  return folder;
}

/** A file may be deleted between the listing and its turn; then it is no state any more. */
async function statIfThere(file: string): Promise<Stats | undefined> {
  return fs.stat(file).catch(error => {
    if (error.code === 'ENOENT') {
      return undefined;
    }
    throw error;
  });
}

async function isSidecar(file: string) {
  if (!SQLITE_SIDECARS.test(file)) {
    return false;
  }
  const database = file.replace(SQLITE_SIDECARS, '');
  return (await statIfThere(database))?.isFile() ?? false;
}
