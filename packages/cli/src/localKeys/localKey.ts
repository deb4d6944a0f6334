import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;
const FORM = /^[0-9a-f]{64}$/;

/** Who uses a key. Each has its own, since each may do something else. `templates` is the portal itself, which encrypts runs with it. */
export type KeyUser =
  | 'doctor'
  | 'import'
  | 'keys'
  | 'permissions'
  | 'templates';

/** Where a key lies with which a command asks the portal on the same data directory, or with which the portal encrypts. */
export function localKeyFile(options: { data: string; user: KeyUser }): string {
  return path.join(options.data, 'keys', options.user);
}

/** The key, or why there is none that could be used. Writes nothing. */
export function readLocalKey(options: {
  data: string;
  user: KeyUser;
}):
  | { outcome: 'read'; key: string }
  | { outcome: 'none' }
  | { outcome: 'unusable'; reason: string } {
  const file = localKeyFile(options);
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
export function keepLocalKey(options: { data: string; user: KeyUser }): string {
  const known = readLocalKey(options);
  if (known.outcome === 'read') return known.key;

  const file = localKeyFile(options);
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
  const kept = readLocalKey(options);
  if (kept.outcome !== 'read') {
    throw new Error(
      `The key of callboard ${options.user} cannot be kept in ${file}. Remove that file and start again.`,
    );
  }
  return kept.key;
}
