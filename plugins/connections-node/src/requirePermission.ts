import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  connectionsManagePermission,
  connectionsReadPermission,
} from '@callboard/plugin-connections-common';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { Request } from 'express';

const CONNECTIONS = {
  read: connectionsReadPermission,
  manage: connectionsManagePermission,
};

/**
 * The caller, a person or a service, if it may see or change connections. Throws `AuthenticationError` for nobody, and `NotAllowedError` for
 * others.
 */
export async function requirePermission(options: {
  to: 'read' | 'manage';
  /** As in 'Only operators change connections'. */
  what: string;
  request: Request<any, any, any, any>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  /** What a plugin asks that has permissions of its own. @defaultValue those of connections */
  asks?: { read: BasicPermission; manage: BasicPermission };
}): Promise<{
  /** An entity reference such as `user:default/olivia`, or `service:NAME`. */
  by: string;
  mayManage: boolean;
}> {
  const { to, what, request, httpAuth, permissions } = options;
  const { read, manage } = options.asks ?? CONNECTIONS;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  // First what it takes.
  const asked = to === 'read' ? [read, manage] : [manage];
  const decisions = await permissions.authorize(
    asked.map(permission => ({ permission })),
    { credentials },
  );
  const allowed = decisions.map(
    ({ result }) => result === AuthorizeResult.ALLOW,
  );
  if (!allowed[0]) {
    throw new NotAllowedError(
      `Only operators ${
        to === 'read' ? 'see' : 'change'
      } ${what}: the permission ${
        asked[0].name
      } is missing. Operators are named in CALLBOARD_ADMINS or permission.callboard.admins.`,
    );
  }
  return { by: nameOf(credentials), mayManage: allowed[allowed.length - 1] };
}

function nameOf({
  principal,
}: BackstageCredentials<BackstageUserPrincipal | BackstageServicePrincipal>) {
  return principal.type === 'user'
    ? principal.userEntityRef
    : `service:${principal.subject}`;
}
