import fs from 'node:fs/promises';
import path from 'node:path';
import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

const MOST = 20;
const LARGEST_BYTES = 2 * 1024 * 1024;
/** Below the docs folder. */
const FOLDER = 'readme-images';

/**
 * Fetches the pictures of a README: the first twenty, of at most 2 MiB each. What does not come is named in the log.
 *
 * @returns by URL, the files below `folder`.
 */
export async function fetchPictures(options: {
  pictures: { url: string; name: string }[];
  reader: UrlReaderService;
  /** The docs folder. */
  folder: string;
  logger?: LoggerService;
}): Promise<Map<string, string>> {
  const { pictures, reader, folder, logger } = options;
  const distinct = [
    ...new Map(pictures.map(each => [each.url, each])).values(),
  ];
  const files = new Map<string, string>();
  const leftOut = (url: string, why: string) =>
    logger?.warn(`The picture ${url} is left out: ${why}`);
  if (distinct.length > 0) {
    await fs.mkdir(path.join(folder, FOLDER), { recursive: true });
  }
  // One after the other: a README is small, and so shall its claim on the host's limits be.
  for (const [index, { url, name }] of distinct.entries()) {
    if (index >= MOST) {
      leftOut(url, `a README may have ${MOST} pictures`);
      continue;
    }
    try {
      const content = await (await reader.readUrl(url)).buffer();
      if (content.length > LARGEST_BYTES) {
        leftOut(url, 'it is larger than 2 MiB');
        continue;
      }
      const file = `${FOLDER}/${index + 1}-${name}`;
      await fs.writeFile(path.join(folder, file), content);
      files.set(url, file);
    } catch (error) {
      leftOut(url, toError(error).message);
    }
  }
  return files;
}
