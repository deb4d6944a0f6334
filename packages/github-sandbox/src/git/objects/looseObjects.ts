import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  constants,
  deflate,
  deflateSync,
  inflate,
  inflateSync,
} from 'node:zlib';
import { GitObject, ObjectType } from '../types';

const inflateLater = promisify(inflate);
const deflateLater = promisify(deflate);

const scratch = Buffer.alloc(16 * 1024);

// Below this size the thread pool costs more than the work.
const SMALL = 64 * 1024;
const HEADER = 128;
let written = 0;

// Where a loose object is kept.
function loosePath(options: { directory: string; sha: string }): string {
  const { directory, sha } = options;
  return join(directory, 'objects', sha.slice(0, 2), sha.slice(2));
}

function parseHeader(raw: Buffer): {
  type: ObjectType;
  size: number;
  start: number;
} {
  const zero = raw.indexOf(0);
  const [type, size] = raw.toString('latin1', 0, zero).split(' ');
  return { type: type as ObjectType, size: Number(size), start: zero + 1 };
}

/** What is known of a loose object after reading the start of its file; `data` if that was all of it. */
export interface LooseStart {
  type: ObjectType;
  size: number;
  data?: Buffer;
}

/**
 * Reads the start of a loose object, which is all of a small one; undefined if there is none. It is synchronous, for these are the reads
 * that everything waits for, and each takes a fraction of what handing it to another thread would.
 */
export function readLooseStart(options: {
  directory: string;
  sha: string;
}): LooseStart | undefined {
  const path = loosePath(options);
  if (!existsSync(path)) {
    return undefined;
  }
  const file = openSync(path, 'r');
  try {
    const length = readSync(file, scratch, 0, scratch.length, 0);
    const isAll = length < scratch.length;
    const raw = inflateSync(scratch.subarray(0, isAll ? length : HEADER), {
      finishFlush: isAll ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    });
    const { type, size, start } = parseHeader(raw);
    return { type, size, data: isAll ? raw.subarray(start) : undefined };
  } finally {
    closeSync(file);
  }
}

/** Reads a loose object that is there. */
export async function readLoose(options: {
  directory: string;
  sha: string;
}): Promise<GitObject> {
  const raw = await inflateLater(await readFile(loosePath(options)));
  const { type, start } = parseHeader(raw);
  return { type, data: raw.subarray(start) };
}

/** Writes a loose object unless it is there. It appears whole or not at all. */
export async function writeLoose(options: {
  directory: string;
  sha: string;
  raw: Buffer;
}): Promise<void> {
  const path = loosePath(options);
  if (existsSync(path)) {
    return;
  }
  const folder = join(options.directory, 'objects', options.sha.slice(0, 2));
  await mkdir(folder, { recursive: true });
  // A name that git's own clean-up knows, in case the process dies here.
  const temporary = join(folder, `tmp_obj_${process.pid}_${(written += 1)}`);
  const content =
    options.raw.length < SMALL
      ? deflateSync(options.raw, { level: 1 })
      : await deflateLater(options.raw, { level: 1 });
  await writeFile(temporary, content, { mode: 0o444 });
  await rename(temporary, path);
}
