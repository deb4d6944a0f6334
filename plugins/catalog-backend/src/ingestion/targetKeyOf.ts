import { hash } from 'node:crypto';

const MAX_LENGTH = 255;
const KEPT_LENGTH = 180;

/** A refresh key as it is stored: long ones are cut and told apart by a hash, the same as in the stock catalog. */
export function targetKeyOf(key: string): string {
  return key.length > MAX_LENGTH
    ? `${key.slice(0, KEPT_LENGTH)}#sha256:${hash('sha256', key)}`
    : key;
}
