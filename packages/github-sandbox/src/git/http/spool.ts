import { createWriteStream } from 'node:fs';
import { FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

let spooled = 0;

/** A request body on disk. `open` gives a file handle at a position, which the caller closes. */
export interface Spooled {
  open(position: number): Promise<FileHandle>;
  remove(): Promise<void>;
}

/** Writes a body to a file in the repository, so that its size does not matter and a slow client holds up nobody. */
export async function spool(options: {
  directory: string;
  body: Readable;
}): Promise<Spooled> {
  const name = `push-${process.pid}-${(spooled += 1)}`;
  const path = join(options.directory, name);
  const remove = () => rm(path, { force: true });
  try {
    await pipeline(options.body, createWriteStream(path, { flags: 'wx' }));
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    remove,
    async open(position) {
      const file = await open(path, 'r');
      if (position > 0) {
        // A child process reads on from where its parent has read to.
        await readExactly(file, position);
      }
      return file;
    },
  };
}

async function readExactly(file: FileHandle, length: number): Promise<void> {
  let rest = length;
  while (rest > 0) {
    const { bytesRead } = await file.read(Buffer.alloc(Math.min(rest, 65536)));
    if (bytesRead === 0) {
      return;
    }
    rest -= bytesRead;
  }
}
