import type { PermissionLevel } from './includesLevel';
import type { NeededPermission } from './PermissionLack';

const LEVELS: PermissionLevel[] = ['read', 'write', 'admin'];

/**
 * What `x-accepted-github-permissions` names: lists of which one, whole, would have been enough. `issues=write; pull_requests=write` is two
 * of one each. What cannot be read is left out.
 * https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
 */
export function acceptedPermissions(header: string): NeededPermission[][] {
  return header
    .split(';')
    .map(list =>
      list.split(',').flatMap(pair => {
        const [permission, level] = pair.trim().split('=');
        const known = LEVELS.find(each => each === level);
        return permission && known ? [{ permission, level: known }] : [];
      }),
    )
    .filter(list => list.length > 0);
}
