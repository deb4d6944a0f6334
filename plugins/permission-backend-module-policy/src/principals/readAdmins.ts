import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { normalizeRef } from './normalizeRef';

const KEY = 'permission.callboard.admins';
const FULL_REF = /^(user|group):[^:/\s]+\/[^:/\s]+$/i;

/**
 * The configured administrators, as full references of users and groups.
 *
 * @throws InputError when an entry is not a full reference of a user or a group, or names a guest.
 */
export function readAdmins(options: {
  config: RootConfigService;
  guests: string[];
}): string[] {
  const { config, guests } = options;
  const guestRefs = new Set(guests.map(normalizeRef));

  return (config.getOptionalStringArray(KEY) ?? []).map((entry, index) => {
    const ref = entry.trim();
    if (!FULL_REF.test(ref)) {
      throw new InputError(
        `${KEY}[${index}] is "${entry}": write a full reference of a user or a group, such as user:default/jane or group:default/platform.`,
      );
    }
    if (guestRefs.has(normalizeRef(ref))) {
      throw new InputError(
        `${KEY}[${index}] is "${entry}", which anyone can sign in as without a password: name a user or a group of a real sign-in provider.`,
      );
    }
    return ref;
  });
}
