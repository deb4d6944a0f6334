import { NotAllowedError } from '@backstage/errors';
import {
  accessManagePermission,
  accessReadPermission,
} from '@callboard/plugin-access-common';
import { requirePermission } from '@callboard/plugin-connections-node';
import type { Request } from 'express';
import type { AccessContext } from '../AccessContext';

/** How `callboard permissions` is called where a service is named. */
export const PERMISSIONS_COMMAND = 'service:callboard-permissions';

/**
 * The caller, if it may see or change roles. Changing is for people: a key of a machine, or a plugin that acts for one, must not be able to
 * make anybody an administrator. Throws `AuthenticationError` or `NotAllowedError`.
 */
export async function requireRolesKeeper(options: {
  to: 'read' | 'manage';
  request: Request<any, any, any, any>;
  context: Pick<AccessContext, 'httpAuth' | 'permissions'>;
}): Promise<{ by: string; mayManage: boolean }> {
  const { to, request, context } = options;
  const { by, mayManage } = await requirePermission({
    to,
    request,
    httpAuth: context.httpAuth,
    permissions: context.permissions,
    what: 'who may do what',
    asks: { read: accessReadPermission, manage: accessManagePermission },
  });
  const isPerson = !by.startsWith('service:');
  if (to === 'manage' && !isPerson) {
    throw new NotAllowedError(
      'Roles are given and taken by people, and not with a key',
    );
  }
  return { by, mayManage: mayManage && isPerson };
}
