import fs from 'node:fs/promises';
import path from 'node:path';
import { create } from 'tar';
import { type BackupManifest, MANIFEST_FILE } from '../BackupManifest';
import { listEntries } from './listEntries';

/**
 * Packs a folder and its manifest into one file that only its owner may read. The file appears under its name when it is complete.
 * Resolves to the manifest with its entries, and the size in bytes.
 */
export async function writeArchive(options: {
  folder: string;
  file: string;
  manifest: Omit<BackupManifest, 'entries'>;
}): Promise<{ manifest: BackupManifest; bytes: number }> {
  const { folder, file } = options;
  const manifest: BackupManifest = {
    ...options.manifest,
    entries: await listEntries(folder),
  };
  await fs.writeFile(
    path.join(folder, MANIFEST_FILE),
    JSON.stringify(manifest, null, 2),
  );
  const others = (await fs.readdir(folder)).filter(
    name => name !== MANIFEST_FILE,
  );

  // Beside the folder that is packed, which is as private as the result.
  const packed = `${folder}/../${path.basename(folder)}.tar.gz`;
  try {
    await fs.writeFile(packed, '', { mode: 0o600, flag: 'wx' });
    await create(
      { file: packed, cwd: folder, gzip: true, portable: true, strict: true },
      [MANIFEST_FILE, ...others.sort()],
    );
    await flush(packed);
    const { size } = await fs.stat(packed);
    await fs.rename(packed, file);
    return { manifest, bytes: size };
  } finally {
    await fs.rm(packed, { force: true });
  }
}

/** A backup that is reported as written must survive a power cut. */
async function flush(file: string) {
  const handle = await fs.open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
