import type { Config } from '@backstage/config';
import type { Problem } from '../problems/Problem';

const KEY = 'permission.callboard.admins';
const FULL_REFERENCE = /^(user|group):[^\s:/]+\/[^\s:/]+$/i;

/** Whether each operator is named by a full reference: a typing error must not leave a portal without one. */
export async function checkAdmins(options: {
  config: Config;
}): Promise<Problem[]> {
  const admins = options.config.getOptionalStringArray(KEY) ?? [];
  return admins
    .filter(admin => !FULL_REFERENCE.test(admin))
    .map(admin => ({
      problem: `'${admin}' does not name an operator`,
      where: `${KEY} or CALLBOARD_ADMINS`,
      remedy: `write the full reference of a user or a group, for example user:default/${
        admin.replace(/[^\w.-]/g, '') || 'jane'
      }`,
    }));
}
