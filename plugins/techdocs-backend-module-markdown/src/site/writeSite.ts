import { copyFile, constants, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DocsFile } from './collectDocs';
import { forEachLimited } from './forEachLimited';

const AT_ONCE = 32;

/** A file to write, whose content is made when its turn comes. */
export interface SiteFile {
  /** Below the output folder. */
  file: string;
  content: () => string;
}

/** Copies the assets, then writes the files: a page wins over an asset that would take its place. */
export async function writeSite(options: {
  outputDir: string;
  assets: DocsFile[];
  files: SiteFile[];
}): Promise<void> {
  const { outputDir, assets, files } = options;
  const folders = new Map<string, Promise<unknown>>();
  const place = async (file: string) => {
    const target = path.join(outputDir, file);
    const folder = path.dirname(target);
    const made = folders.get(folder) ?? mkdir(folder, { recursive: true });
    folders.set(folder, made);
    await made;
    return target;
  };
  await forEachLimited({
    items: assets,
    limit: AT_ONCE,
    async work({ docPath, file }) {
      // Shares the blocks of the file where the disk can.
      await copyFile(file, await place(docPath), constants.COPYFILE_FICLONE);
    },
  });
  await forEachLimited({
    items: files,
    limit: AT_ONCE,
    async work({ file, content }) {
      const target = await place(file);
      await writeFile(target, content());
    },
  });
}
