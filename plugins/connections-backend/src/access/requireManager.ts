import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { connectionsManagePermission } from '@callboard/plugin-connections-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Request } from 'express';

/** Who changes something: an entity reference such as `user:default/olivia`, or `service:NAME`. */
export interface Manager {
  person: string;
}

/** The caller, if it may change connections. Throws `AuthenticationError` for nobody, and `NotAllowedError` for others. */
export async function requireManager(options: {
  request: Request<any, any, any, any>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Promise<Manager> {
  const { request, httpAuth, permissions } = options;
  const credentials = await httpAuth.credentials(request, {
    allow: ['user', 'service'],
  });
  const [decision] = await permissions.authorize(
    [{ permission: connectionsManagePermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      'Only operators change connections: the permission connections.manage is missing. Operators are named in CALLBOARD_ADMINS or permission.callboard.admins.',
    );
  }
  return { person: personOf(credentials) };
}

function personOf({
  principal,
}: BackstageCredentials<BackstageUserPrincipal | BackstageServicePrincipal>) {
  return principal.type === 'user'
    ? principal.userEntityRef
    : `service:${principal.subject}`;
}
