import { createHash } from 'node:crypto';
import { ObjectType } from '../types';

/** The object as git stores it before compression (`raw`), and its SHA. */
export function hashObject(options: { type: ObjectType; data: Buffer }): {
  sha: string;
  raw: Buffer;
} {
  const header = Buffer.from(`${options.type} ${options.data.length}\0`);
  const raw = Buffer.concat([header, options.data]);
  return { sha: createHash('sha1').update(raw).digest('hex'), raw };
}
