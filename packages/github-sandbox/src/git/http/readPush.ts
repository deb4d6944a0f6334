import { FileHandle } from 'node:fs/promises';
import { parsePush, PushRequest } from './parsePush';
import { Spooled } from './spool';

const FIRST = 64 * 1024;
const MOST = 64 * 1024 * 1024;

/** Reads the start of a push that was spooled. Undefined if it is not one. */
export async function readPush(options: {
  spooled: Spooled;
}): Promise<PushRequest | undefined> {
  const file = await options.spooled.open(0);
  try {
    // A push of very many refs has more in front of its pack.
    for (let size = FIRST; size <= MOST; size *= 8) {
      const { start, isAll } = await readStart(file, size);
      const request = parsePush(start);
      if (request || isAll) {
        return request;
      }
    }
    return undefined;
  } finally {
    await file.close();
  }
}

async function readStart(
  file: FileHandle,
  size: number,
): Promise<{ start: Buffer; isAll: boolean }> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
  return { start: buffer.subarray(0, bytesRead), isAll: bytesRead < size };
}
