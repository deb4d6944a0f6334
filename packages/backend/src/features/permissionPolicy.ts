import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** Installed by those who use it; not a dependency of the portal. */
const RBAC_BACKEND: string = '@backstage-community/plugin-rbac-backend';

/**
 * Exactly one permission policy is ever loaded: that of RBAC where `permission.rbac` is configured, else our own. The
 * permission backend refuses a second one.
 */
export default createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (config.has('permission.rbac')) {
      yield import(RBAC_BACKEND).catch(notInstalled);
      return;
    }
    yield import('@callboard/plugin-permission-backend-module-policy');
  },
});

function notInstalled(error: Error & { code?: string }): never {
  if (error.code !== 'MODULE_NOT_FOUND') {
    throw error;
  }
  throw new InputError(
    `permission.rbac is configured, but ${RBAC_BACKEND} is not installed. Install it, or remove permission.rbac to use the built-in policy.`,
  );
}
