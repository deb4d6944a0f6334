import { randomBytes } from 'node:crypto';
import type { Sandbox } from '../../core/Sandbox';

const keys = new WeakMap<Sandbox, Buffer>();

/** The key that tokens in addresses are signed with. It lives as long as the process: such addresses last minutes. */
export function linkKey(sandbox: Sandbox): Buffer {
  const key = keys.get(sandbox) ?? randomBytes(32);
  keys.set(sandbox, key);
  return key;
}
