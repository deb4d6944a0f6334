import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { GitObject } from '../types';
import { PACK_TYPES } from './packTypes';

interface Entry {
  sha: Buffer;
  offset: number;
  crc: number;
}

/**
 * A pack of whole objects (no deltas) with its index, both as git reads them. See https://git-scm.com/docs/gitformat-pack
 * `name` is the part of the file names before `.pack` and `.idx`.
 */
export function encodePack(options: { objects: Map<string, GitObject> }): {
  name: string;
  pack: Buffer;
  index: Buffer;
} {
  const header = Buffer.alloc(12);
  header.write('PACK', 'latin1');
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(options.objects.size, 8);
  const parts = [header];
  const entries: Entry[] = [];
  let offset = header.length;
  for (const [sha, object] of options.objects) {
    const part = encodeObject(object);
    entries.push({ sha: Buffer.from(sha, 'hex'), offset, crc: crc32(part) });
    parts.push(part);
    offset += part.length;
  }
  const content = Buffer.concat(parts);
  const checksum = sha1(content);
  return {
    name: `pack-${checksum.toString('hex')}`,
    pack: Buffer.concat([content, checksum]),
    index: encodeIndex(entries, checksum),
  };
}

function sha1(data: Buffer): Buffer {
  return createHash('sha1').update(data).digest();
}

// The type and the size, seven bits a byte (four in the first), then the compressed content.
function encodeObject(object: GitObject): Buffer {
  const { type, data } = object;
  const bytes: number[] = [];
  let rest = Math.floor(data.length / 16);
  bytes.push(PACK_TYPES.indexOf(type) * 16 + (data.length % 16));
  while (rest > 0) {
    bytes[bytes.length - 1] += 128;
    bytes.push(rest % 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.concat([Buffer.from(bytes), deflateSync(data, { level: 1 })]);
}

// Version 2: how many SHAs start with up to each byte, the SHAs, checksums of the entries, their offsets.
function encodeIndex(unsorted: Entry[], checksum: Buffer): Buffer {
  const entries = [...unsorted].sort((a, b) => Buffer.compare(a.sha, b.sha));
  const fanOut = Buffer.alloc(256 * 4);
  for (let byte = 0, count = 0; byte < 256; byte += 1) {
    while (count < entries.length && entries[count].sha[0] <= byte) {
      count += 1;
    }
    fanOut.writeUInt32BE(count, byte * 4);
  }
  const numbers = (value: (entry: Entry) => number) => {
    const buffer = Buffer.alloc(entries.length * 4);
    entries.forEach((entry, at) => buffer.writeUInt32BE(value(entry), at * 4));
    return buffer;
  };
  const content = Buffer.concat([
    Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]),
    fanOut,
    ...entries.map(({ sha }) => sha),
    numbers(({ crc }) => crc),
    numbers(({ offset }) => offset),
    checksum,
  ]);
  return Buffer.concat([content, sha1(content)]);
}
