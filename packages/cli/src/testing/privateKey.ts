import { generateKeyPairSync } from 'node:crypto';

/** A private key as GitHub hands them out. */
export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs1', format: 'pem' })
  .toString();
