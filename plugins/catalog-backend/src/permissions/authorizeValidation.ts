import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { catalogEntityValidatePermission } from '@backstage/plugin-catalog-common/alpha';
import { assertAllowed } from './assertAllowed';

/** Throws a `NotAllowedError` when the caller may not have entities validated. */
export async function authorizeValidation(options: {
  permissions: PermissionsService;
  credentials: BackstageCredentials;
}): Promise<void> {
  await assertAllowed({
    ...options,
    request: { permission: catalogEntityValidatePermission },
  });
}
