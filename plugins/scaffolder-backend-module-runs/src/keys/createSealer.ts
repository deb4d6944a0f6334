import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomBytes,
} from 'node:crypto';

const VERSION = 'v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

/** What of a run is sealed. Part of what is authenticated: one cannot be put in the place of another. */
export type SealedPart = 'secrets' | 'state' | 'workspace';

/** Encrypts and opens what is stored of runs. A sealed text is `v1.` and base64url of nonce, tag and data. */
export interface Sealer {
  seal(options: { taskId: string; part: SealedPart; text: string }): string;
  /** Throws an `Error` for another key, another run or part, or for data that was changed. */
  open(options: { taskId: string; part: SealedPart; sealed: string }): string;
  sealBytes(options: {
    taskId: string;
    part: SealedPart;
    bytes: Buffer;
  }): Buffer;
  /** As `open`. */
  openBytes(options: {
    taskId: string;
    part: SealedPart;
    sealed: Buffer;
  }): Buffer;
}

/** AES-256-GCM with a key of its own for each run, derived from `key`: any secret text. */
export function createSealer(options: { key: string }): Sealer {
  const keyOf = (taskId: string) =>
    Buffer.from(
      hkdfSync('sha256', options.key, taskId, 'callboard run', KEY_BYTES),
    );
  const additional = (taskId: string, part: SealedPart) =>
    Buffer.from(`${VERSION}:${taskId}:${part}`);

  const sealBytes: Sealer['sealBytes'] = ({ taskId, part, bytes }) => {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', keyOf(taskId), iv);
    cipher.setAAD(additional(taskId, part));
    const data = [cipher.update(bytes), cipher.final()];
    return Buffer.concat([iv, cipher.getAuthTag(), ...data]);
  };
  const openBytes: Sealer['openBytes'] = ({ taskId, part, sealed }) => {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyOf(taskId),
      sealed.subarray(0, IV_BYTES),
      { authTagLength: TAG_BYTES },
    );
    decipher.setAAD(additional(taskId, part));
    decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([
      decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
  };
  return {
    sealBytes,
    openBytes,
    seal: ({ taskId, part, text }) =>
      `${VERSION}.${sealBytes({
        taskId,
        part,
        bytes: Buffer.from(text),
      }).toString('base64url')}`,
    open({ taskId, part, sealed }) {
      if (!sealed.startsWith(`${VERSION}.`)) {
        throw new Error(`The ${part} of run ${taskId} have an unknown form`);
      }
      const bytes = Buffer.from(sealed.slice(VERSION.length + 1), 'base64url');
      return openBytes({ taskId, part, sealed: bytes }).toString();
    },
  };
}
