import { createHash } from 'node:crypto';

/** SHA-256 of a secret, hex. Secrets are random and long, so a plain hash keeps them; looking one up by it leaks nothing about others. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
