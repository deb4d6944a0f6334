import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';

/** Throws a `NotAllowedError` when the caller is not allowed to. */
export async function assertAllowed(options: {
  permissions: PermissionsService;
  request: AuthorizePermissionRequest;
  credentials: BackstageCredentials;
}): Promise<void> {
  const { permissions, request, credentials } = options;
  const [decision] = await permissions.authorize([request], { credentials });
  if (decision.result !== AuthorizeResult.ALLOW) throw new NotAllowedError();
}
