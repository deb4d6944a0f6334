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
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request } from 'express';

/** What is asked, first what it takes. */
const ASKED = {
  read: [connectionsReadPermission, connectionsManagePermission],
  manage: [connectionsManagePermission],
};

/**
 * The caller, a person or a service, if it may see or change connections. Throws `AuthenticationError` for nobody, and `NotAllowedError` for
 * others.
 */
export async function requirePermission(options: {
  to: keyof typeof ASKED;
  /** As in 'Only operators change connections'. */
  what: string;
  request: Request<any, any, any, any>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Promise<{
  /** An entity reference such as `user:default/olivia`, or `service:NAME`. */
  by: string;
  mayManage: boolean;
}> {
  const { to, what, request, httpAuth, permissions } = options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const asked = ASKED[to];
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
