import {
  copyFile,
  link,
  mkdir,
  readdir,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { formatPackedRefs } from '../refs/packedRefs';
import { Ref } from '../types';

/** Copies a bare repository with the given refs. Objects never change, so their files are shared where the file system can. */
export async function copyRepository(options: {
  from: string;
  to: string;
  defaultBranch: string;
  refs: Ref[];
}): Promise<void> {
  const { from, to, defaultBranch, refs } = options;
  const temporary = `${to}.new`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(join(temporary, 'refs'), { recursive: true });
  await copyFile(join(from, 'config'), join(temporary, 'config'));
  await writeFile(
    join(temporary, 'HEAD'),
    `ref: refs/heads/${defaultBranch}\n`,
  );
  await writeFile(join(temporary, 'packed-refs'), formatPackedRefs(refs));
  await linkFolder(join(from, 'objects'), join(temporary, 'objects'));
  await rename(temporary, to);
}

async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await linkFolder(source, target);
    } else if (!entry.name.startsWith('tmp_')) {
      await link(source, target).catch(() => copyFile(source, target));
    }
  }
}
