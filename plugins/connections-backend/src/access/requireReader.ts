import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  connectionsManagePermission,
  connectionsReadPermission,
} from '@callboard/plugin-connections-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request } from 'express';

/** Whether the caller, who may see connections, may change them too. Throws `AuthenticationError` for nobody, and `NotAllowedError` for others. */
export async function requireReader(options: {
  request: Request<any, any, any, any>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Promise<{ mayManage: boolean }> {
  const { request, httpAuth, permissions } = options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const [read, manage] = await permissions.authorize(
    [
      { permission: connectionsReadPermission },
      { permission: connectionsManagePermission },
    ],
    { credentials },
  );
  if (read.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      'Only operators see connections: the permission connections.read is missing. Operators are named in CALLBOARD_ADMINS or permission.callboard.admins.',
    );
  }
  return { mayManage: manage.result === AuthorizeResult.ALLOW };
}
