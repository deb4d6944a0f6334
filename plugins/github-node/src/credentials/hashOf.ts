import { createHash } from 'node:crypto';

/** A secret's whole SHA-256, in base64: stands for it where nobody may get what is another's. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}
