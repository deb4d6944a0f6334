import { InputError } from '@backstage/errors';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import type { WikiLimits } from './WikiLimits';

/** Off the event loop, which one synchronous call after the other would stop for as long as 200 MB take. */
const inflate = promisify(zlib.inflate) as unknown as (
  packed: Buffer,
  options: zlib.ZlibOptions,
) => Promise<{ buffer: Buffer; engine: { bytesWritten: number } }>;
const LARGEST_CHUNK = 1_000_000;

const COMMIT = 1;
const OFS_DELTA = 6;
const REF_DELTA = 7;

/**
 * Rejects with an `InputError` where the pack in an answer of `git-upload-pack` holds more than it may once it is unpacked: a few bytes can stand
 * for gigabytes. Each object is unpacked alone, to no more than the size that it claims, and let go.
 * https://git-scm.com/docs/pack-format
 */
export async function checkPack(options: {
  answer: Buffer;
  limits: WikiLimits;
}): Promise<void> {
  const { answer, limits } = options;
  const pack = packIn(answer);
  if (!pack) return;
  const count = pack.readUInt32BE(8);
  // Files, their folders, and the commit.
  if (count > limits.files * 4) {
    throw tooMuch(`${count} objects`, `${limits.files * 4}`);
  }
  let at = 12;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const { type, size, next } = headerAt(pack, at);
    if (size > limits.fileBytes) {
      throw tooMuch(`a file of ${size} bytes`, `${limits.fileBytes}`);
    }
    const { content, used } = await unpack(pack.subarray(next), size);
    const unpacked =
      type === OFS_DELTA || type === REF_DELTA ? deltaTarget(content) : size;
    if (unpacked > limits.fileBytes && type > COMMIT) {
      throw tooMuch(`a file of ${unpacked} bytes`, `${limits.fileBytes}`);
    }
    total += unpacked;
    if (total > limits.totalBytes) {
      throw tooMuch(`more than ${total} bytes`, `${limits.totalBytes}`);
    }
    at = next + used;
  }
}

function tooMuch(what: string, most: string) {
  return new InputError(
    `the wiki holds ${what}, and at most ${most} are shown as docs; remove what is large from it`,
  );
}

/** The pack without the lines and channels that it is sent in: https://git-scm.com/docs/protocol-common#_pkt_line_format */
function packIn(answer: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 4 <= answer.length) {
    if (answer.toString('latin1', at, at + 4) === 'PACK') {
      parts.push(answer.subarray(at));
      break;
    }
    const length = parseInt(answer.toString('latin1', at, at + 4), 16);
    if (Number.isNaN(length)) break;
    if (length < 4) {
      at += 4;
      continue;
    }
    if (answer[at + 4] === 1) parts.push(answer.subarray(at + 5, at + length));
    at += length;
  }
  const pack = Buffer.concat(parts);
  return pack.length >= 12 && pack.toString('latin1', 0, 4) === 'PACK'
    ? pack
    : undefined;
}

function headerAt(pack: Buffer, start: number) {
  let at = start;
  let byte = byteAt(pack, at);
  const type = Math.floor(byte / 16) % 8;
  let size = byte % 16;
  let factor = 16;
  while (byte >= 128) {
    at += 1;
    byte = byteAt(pack, at);
    size += (byte % 128) * factor;
    factor *= 128;
  }
  at += 1;
  if (type === REF_DELTA) at += 20;
  if (type === OFS_DELTA) {
    while (byteAt(pack, at) >= 128) at += 1;
    at += 1;
  }
  return { type, size, next: at };
}

async function unpack(packed: Buffer, size: number) {
  try {
    const { buffer, engine } = await inflate(packed, {
      info: true,
      chunkSize: Math.min(Math.max(size, 1_024), LARGEST_CHUNK),
      // What claims to be empty still has to end.
      maxOutputLength: Math.max(size, 1),
    });
    return { content: buffer, used: engine.bytesWritten };
  } catch {
    throw new InputError('what git sends of the wiki cannot be unpacked');
  }
}

/** Of what a delta is applied to, and what comes of it, the second. */
function deltaTarget(delta: Buffer): number {
  const base = sizeAt(delta, 0);
  return sizeAt(delta, base.next).size;
}

function sizeAt(delta: Buffer, start: number) {
  let at = start;
  let size = 0;
  let factor = 1;
  let byte;
  do {
    byte = byteAt(delta, at);
    size += (byte % 128) * factor;
    factor *= 128;
    at += 1;
  } while (byte >= 128);
  return { size, next: at };
}

function byteAt(buffer: Buffer, at: number): number {
  if (at >= buffer.length) {
    throw new InputError('what git sends of the wiki is cut off');
  }
  return buffer[at];
}
