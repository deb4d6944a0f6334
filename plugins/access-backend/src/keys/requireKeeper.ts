import { NotAllowedError } from '@backstage/errors';
import {
  accessManagePermission,
  accessReadPermission,
} from '@callboard/plugin-access-common';
import { requirePermission } from '@callboard/plugin-connections-node';
import type { Request } from 'express';
import type { AccessContext } from '../AccessContext';

/** How the command `callboard keys` is called where a service is named. */
const COMMAND = 'service:callboard-keys';

/**
 * The caller, if it may see or change keys. Changing is for people and for the command `callboard keys`: a key, or a plugin that acts for
 * one, must not be able to make itself another. Throws `AuthenticationError` or `NotAllowedError`.
 */
export async function requireKeeper(options: {
  to: 'read' | 'manage';
  request: Request<any, any, any, any>;
  context: Pick<AccessContext, 'httpAuth' | 'permissions'>;
}): Promise<{ by: string; mayManage: boolean }> {
  const { to, request, context } = options;
  const { httpAuth, permissions } = context;
  const { by, mayManage } = await requirePermission({
    ...{ to, request, httpAuth, permissions },
    what: 'the keys of machines',
    asks: { read: accessReadPermission, manage: accessManagePermission },
  });
  const isPersonOrCommand = !by.startsWith('service:') || by === COMMAND;
  if (to === 'manage' && !isPersonOrCommand) {
    throw new NotAllowedError(
      'Keys are made, rotated and revoked by people and by callboard keys, and not with a key',
    );
  }
  return { by, mayManage: mayManage && isPersonOrCommand };
}
