import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a text with AES-256-GCM. `key` has 32 bytes. */
export function seal(options: { key: Buffer; text: string }): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', options.key, iv);
  const data = Buffer.concat([
    cipher.update(options.text, 'utf8'),
    cipher.final(),
  ]);
  return Buffer.concat([iv, cipher.getAuthTag(), data]).toString('base64');
}

/** The text again. Throws an `Error` for another key, or for data that was changed. */
export function openSealed(options: { key: Buffer; sealed: string }): string {
  const bytes = Buffer.from(options.sealed, 'base64');
  const decipher = createDecipheriv(
    'aes-256-gcm',
    options.key,
    bytes.subarray(0, IV_BYTES),
    { authTagLength: TAG_BYTES },
  );
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return Buffer.concat([
    decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8');
}
