import { plural } from '@callboard/page-parts';
import type { InstallationFacts } from '@callboard/plugin-connections-common';
import type { Verdict } from './appVerdict';

/** How one installation does, in the few words that its row has room for. */
export function installationVerdict(installation: InstallationFacts): Verdict {
  const { suspended, permissions, pendingPermissions } = installation;
  const words: Verdict['words'] = [];
  if (suspended) words.push({ status: 'fail', text: 'Suspended' });
  if (permissions.missing.length > 0)
    words.push({
      status: 'fail',
      text: `${plural(permissions.missing.length, 'permission')} missing`,
    });
  if (pendingPermissions.length > 0)
    words.push({
      status: 'warn',
      text: `${pendingPermissions.length} not accepted yet`,
    });
  if (permissions.needless.length > 0)
    words.push({
      status: 'warn',
      text: `${permissions.needless.length} needless`,
    });
  const first = words[0]?.status ?? 'pass';
  if (words.length === 0)
    words.push({ status: 'pass', text: 'All permissions needed' });
  return { status: first, words };
}
