import type { Config } from '@backstage/config';
import { administratorUrl } from './administratorUrl';
import { openPermissionsPortal } from './openPermissionsPortal';

/**
 * The link by which the first administrator is made, for a portal that has none and that people can sign in to. Not in the trial, whose
 * operators are made up, and not where there are guests only. Undefined too where the portal does not answer: its start does not depend on it.
 */
export async function firstAdministrator(options: {
  config: Config;
  /** Of the portal on this machine, without a slash at the end. */
  url: string;
  key: string;
}): Promise<string | undefined> {
  const { config, url, key } = options;
  const providers = config.getOptionalConfig('auth.providers')?.keys() ?? [];
  const canSignIn = providers.some(id => id !== 'guest');
  if (
    !canSignIn ||
    config.has('callboard.sandbox') ||
    config.has('permission.rbac')
  ) {
    return undefined;
  }
  try {
    const made = await openPermissionsPortal({ url, key }).administratorLink();
    return made.outcome === 'made'
      ? administratorUrl({
          baseUrl: config.getString('app.baseUrl'),
          token: made.token,
        })
      : undefined;
  } catch {
    return undefined;
  }
}
