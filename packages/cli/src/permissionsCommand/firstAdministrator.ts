import type { Config } from '@backstage/config';
import { administratorUrl } from './administratorUrl';
import { openPermissionsPortal } from './openPermissionsPortal';

/**
 * What the start of the portal says about the first administrator, where it has none and people can sign in to it. Not in the trial, whose
 * operators are made up, and not where there are guests only. Undefined too where the portal does not answer: its start does not depend on it.
 *
 * The link itself is a secret, for a person who looks on. Where the output goes to a file or a journal, only how to get one is said.
 */
export async function firstAdministrator(options: {
  config: Config;
  /** Of the portal on this machine, without a slash at the end. */
  url: string;
  key: string;
  /** Whether somebody reads the output at a terminal. */
  isTerminal: boolean;
}): Promise<string | undefined> {
  const { config, url, key, isTerminal } = options;
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
    const portal = openPermissionsPortal({ url, key });
    if (!isTerminal) {
      const { outcome } = await portal.administratorState();
      return outcome === 'open'
        ? '  Nobody administers this portal yet: bin/callboard permissions administrator prints a link.'
        : undefined;
    }
    const made = await portal.administratorLink();
    if (made.outcome === 'taken') return undefined;
    const link = administratorUrl({
      baseUrl: config.getString('app.baseUrl'),
      token: made.token,
    });
    return `  Nobody administers this portal yet. Sign in, and open this once within 24 hours to do so:\n    ${link}`;
  } catch {
    return undefined;
  }
}
