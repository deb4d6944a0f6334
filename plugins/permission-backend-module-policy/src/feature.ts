import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { permissionModuleCallboardPolicy } from './module';

/**
 * Loads the policy unless `permission.rbac` is configured: a permission backend takes exactly one policy, and the RBAC
 * plugin brings its own.
 */
export const callboardPolicyFeature = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (!config.has('permission.rbac')) {
      yield permissionModuleCallboardPolicy;
    }
  },
});
