import { crc32, deflateRawSync } from 'node:zlib';

/** Names are UTF-8. */
const FLAGS = 0x0800;
const DEFLATED = 8;
const VERSION = 20;

/** A zip archive of some files. Smaller than 4 GB, with fewer than 65,536 files. Format: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export function writeZip(options: {
  files: Array<{ path: string; content: Buffer }>;
  /** The time that all files get. */
  date: Date;
}): Buffer {
  const { files, date } = options;
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(VERSION, 0);
    shared.writeUInt16LE(FLAGS, 2);
    shared.writeUInt16LE(DEFLATED, 4);
    shared.writeUInt16LE(timeOf(date), 6);
    shared.writeUInt16LE(dayOf(date), 8);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const body = [Buffer.from('PK\x03\x04'), shared, name, packed];

    const rest = Buffer.alloc(14);
    // A regular file of Unix that all may read.
    rest.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02'),
        Buffer.from([VERSION, 3]),
        shared,
        rest,
        name,
      ]),
    );
    bodies.push(...body);
    offset += body.reduce((sum, part) => sum + part.length, 0);
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end]);
}

function timeOf(date: Date): number {
  return (
    (date.getUTCHours() << 11) |
    (date.getUTCMinutes() << 5) |
    (date.getUTCSeconds() >> 1)
  );
}

function dayOf(date: Date): number {
  const year = Math.max(0, date.getUTCFullYear() - 1980);
  return (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
}
