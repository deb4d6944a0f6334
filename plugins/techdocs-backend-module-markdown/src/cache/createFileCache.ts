import { randomBytes } from 'node:crypto';
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import { PageCache } from './PageCache';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MAX_BYTES = 500_000_000;

/**
 * A cache in a folder of the portal's own, which several processes may share. Entries that have not been used for the
 * longest time go when it holds more than `maxBytes`.
 */
export function createFileCache(options: {
  directory: string;
  maxBytes?: number;
  now?: () => number;
}): PageCache {
  const { directory, maxBytes = MAX_BYTES, now = Date.now } = options;
  const fileOf = (key: string) =>
    path.join(directory, key.slice(0, 2), `${key.slice(2)}.json`);
  let tidied = -Infinity;

  return {
    async get(key) {
      const file = fileOf(key);
      try {
        const value = await readFile(file, 'utf8');
        const { mtimeMs } = await stat(file);
        if (now() - mtimeMs > DAY_MS) {
          await utimes(file, new Date(now()), new Date(now()));
        }
        return value;
      } catch {
        return undefined;
      }
    },
    async set(key, value) {
      const file = fileOf(key);
      const unfinished = `${file}.${randomBytes(6).toString('hex')}.tmp`;
      try {
        await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
        await writeFile(unfinished, value, { mode: 0o600 });
        await rename(unfinished, file);
      } catch {
        await rm(unfinished, { force: true }).catch(() => {});
      }
    },
    async tidy() {
      if (now() - tidied > HOUR_MS) {
        tidied = now();
        await removeOldest({ directory, maxBytes });
      }
    },
  };
}

async function removeOldest(options: {
  directory: string;
  maxBytes: number;
}): Promise<void> {
  const { directory, maxBytes } = options;
  const files: { file: string; size: number; used: number }[] = [];
  try {
    const entries = await readdir(directory, {
      recursive: true,
      withFileTypes: true,
    });
    for (const entry of entries.filter(found => found.isFile())) {
      const file = path.join(entry.parentPath, entry.name);
      const stats = await stat(file).catch(() => undefined);
      if (stats) {
        files.push({ file, size: stats.size, used: stats.mtimeMs });
      }
    }
  } catch {
    return;
  }
  let size = files.reduce((sum, entry) => sum + entry.size, 0);
  for (const entry of files.sort((a, b) => a.used - b.used)) {
    if (size <= maxBytes) {
      return;
    }
    await rm(entry.file, { force: true }).catch(() => {});
    size -= entry.size;
  }
}
