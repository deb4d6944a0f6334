import fs from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import * as tar from 'tar';

const MB = 1024 * 1024;

/** More than this is not stored, compressed. */
export const WORKSPACE_LIMIT_BYTES = 50 * MB;

/**
 * The files of a run as one compressed archive.
 *
 * @throws InputError that names the size, when the archive is larger than `limitBytes`; whatever reading the files fails with.
 */
export async function packWorkspace(options: {
  path: string;
  limitBytes?: number;
}): Promise<Buffer> {
  const { path: cwd, limitBytes = WORKSPACE_LIMIT_BYTES } = options;
  const chunks: Buffer[] = [];
  let size = 0;
  const archive = tar.create(
    { cwd, gzip: { level: 1 }, portable: true, strict: true },
    ['.'],
  );
  for await (const chunk of archive) {
    size += chunk.length;
    // Read on, so that the error can say how large it is.
    if (size <= limitBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > limitBytes) {
    throw new InputError(
      `The files of this run take ${inMb(
        size,
      )} MB (compressed), of which at most ${inMb(
        limitBytes,
      )} MB are kept between the steps of a run. Have the template fetch less, or delete with fs:delete what it does not need.`,
    );
  }
  return Buffer.concat(chunks);
}

/** Puts the files of an archive that `packWorkspace` made into a folder, which has nothing else in it afterwards. */
export async function unpackWorkspace(options: {
  path: string;
  archive?: Buffer;
}): Promise<void> {
  const { path: cwd, archive } = options;
  await fs.rm(cwd, { recursive: true, force: true });
  await fs.mkdir(cwd, { recursive: true });
  if (!archive) return;
  await new Promise<void>((resolve, reject) => {
    const unpack = tar.extract({ cwd, strict: true, preservePaths: false });
    unpack.on('error', reject);
    unpack.on('close', () => resolve());
    unpack.end(archive);
  });
}

/** Removes temporary folders that a step of a killed process left beside the run's own. */
export async function removeStepFolders(options: {
  path: string;
}): Promise<void> {
  const parent = path.dirname(options.path);
  const prefix = `${path.basename(options.path)}_step-`;
  const names = await fs.readdir(parent).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(prefix)) continue;
    await fs.rm(path.join(parent, name), { recursive: true, force: true });
  }
}

function inMb(bytes: number) {
  return (bytes / MB).toFixed(1);
}
