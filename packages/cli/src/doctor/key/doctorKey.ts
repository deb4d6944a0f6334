import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;
const FORM = /^[0-9a-f]{64}$/;

/** Where the key lies with which `callboard doctor` asks the portal on the same data directory. */
export function doctorKeyFile(data: string): string {
  return path.join(data, 'keys', 'doctor');
}

/** The key, or why there is none that could be used. Writes nothing. */
export function readDoctorKey(
  data: string,
):
  | { outcome: 'read'; key: string }
  | { outcome: 'none' }
  | { outcome: 'unusable'; reason: string } {
  const file = doctorKeyFile(data);
  try {
    const key = fs.readFileSync(file, 'utf8').trim();
    return FORM.test(key)
      ? { outcome: 'read', key }
      : { outcome: 'unusable', reason: `${file} does not hold a key` };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? { outcome: 'none' }
      : { outcome: 'unusable', reason: message };
  }
}

/**
 * The key in the data directory, made where there is none, for its owner alone. Replicas that start at the same time end up with the same
 * one. A damaged file is replaced: nothing else depends on it.
 */
export function keepDoctorKey(data: string): string {
  const known = readDoctorKey(data);
  if (known.outcome === 'read') return known.key;

  const file = doctorKeyFile(data);
  const key = randomBytes(KEY_BYTES).toString('hex');
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (known.outcome === 'unusable') fs.rmSync(file, { force: true });
  // Written aside and linked: whoever sees the file sees all of it, and the first one to link wins.
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  fs.writeFileSync(draft, `${key}\n`, { mode: 0o600, flag: 'wx' });
  try {
    fs.linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      // A file system without hard links.
      fs.renameSync(draft, file);
      return key;
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const kept = readDoctorKey(data);
  if (kept.outcome !== 'read') {
    throw new Error(
      `The key of the doctor cannot be kept in ${file}. Remove that file and start again.`,
    );
  }
  return kept.key;
}
