import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { inflate, inflateSync } from 'node:zlib';
import { isMissingFile } from '../process/isMissingFile';
import { ObjectType } from '../types';
import { PACK_TYPES } from './packTypes';

const inflateLater = promisify(inflate);

const SMALL = 64 * 1024;
const CHECKSUM = 20;
// Longer than the type and the size of any object.
const LONGEST_HEADER = 16;

/** An object in a pack. */
export interface PackedEntry {
  type: ObjectType;
  size: number;
  data?: Buffer;
}

/** Reads the entry of a pack between two positions. Undefined if it is a delta, or if the pack is no longer there. */
export async function readPackEntry(options: {
  path: string;
  start: number;
  end: number;
  withData: boolean;
}): Promise<PackedEntry | undefined> {
  const raw = readRange(options);
  if (!raw) {
    return undefined;
  }
  const { type, size, length } = parseHeader(raw);
  if (!type) {
    return undefined;
  }
  if (!options.withData) {
    return { type, size };
  }
  const packed = raw.subarray(length);
  const data = size < SMALL ? inflateSync(packed) : await inflateLater(packed);
  return { type, size, data };
}

// Synchronous as in `readLooseStart`.
function readRange(options: {
  path: string;
  start: number;
  end: number;
  withData: boolean;
}): Buffer | undefined {
  const { path, start, withData } = options;
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const end = Math.min(options.end, fstatSync(file).size - CHECKSUM);
    const length = withData ? end - start : LONGEST_HEADER;
    const buffer = Buffer.alloc(length);
    return buffer.subarray(0, readSync(file, buffer, 0, length, start));
  } catch (error) {
    if (isMissingFile(error)) {
      return undefined;
    }
    throw error;
  } finally {
    if (file !== undefined) {
      closeSync(file);
    }
  }
}

function parseHeader(raw: Buffer): {
  type: ObjectType | undefined;
  size: number;
  length: number;
} {
  const type = PACK_TYPES[Math.floor(raw[0] / 16) % 8];
  let size = raw[0] % 16;
  let length = 1;
  for (let unit = 16; raw[length - 1] >= 128; unit *= 128) {
    size += (raw[length] % 128) * unit;
    length += 1;
  }
  return { type, size, length };
}
