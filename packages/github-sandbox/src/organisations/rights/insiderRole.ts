import {
  grantedPermissions,
  includesLevel,
  includesScope,
  organisationRoleOf,
} from '../../access';
import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Organisation } from '../../core/state';

/**
 * As what the viewer sees an organisation from within: as one of its people, or as an App with the permission `members`. Undefined for
 * outsiders, and for tokens that may not say so (no scope `read:org`): they see what is public.
 */
export function insiderRole(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  organisation: Organisation;
}): 'admin' | 'member' | 'app' | undefined {
  const { viewer, organisation } = options;
  const mayRead = () =>
    includesLevel({
      granted: grantedPermissions(options),
      needed: { name: 'members', level: 'read' },
    });
  if (viewer.kind === 'installation') return mayRead() ? 'app' : undefined;
  if (viewer.kind !== 'user') return undefined;
  const { user, token } = viewer;
  const mayTell =
    token.kind === 'classic' || token.kind === 'oauth'
      ? includesScope({ granted: token.scopes, needed: 'read:org' })
      : mayRead();
  return mayTell ? organisationRoleOf({ user, organisation }) : undefined;
}
