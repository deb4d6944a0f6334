import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { coreServices } from '@backstage/backend-plugin-api';
import { decorateFactory } from '../sessions/decorateFactory';
import { decideLocally } from './decideLocally';
import { guardPermissions } from './guardPermissions';
import { localPoliciesServiceRef } from './localPoliciesServiceRef';

/**
 * Stock's permissions service, which asks the policy of the same process where there is one, and answers 503 in time where there is no
 * decision; see {@link decideLocally} and {@link guardPermissions}.
 */
export const guardedPermissionsServiceFactory = decorateFactory({
  factory: permissionsServiceFactory,
  deps: {
    auth: coreServices.auth,
    config: coreServices.rootConfig,
    policies: localPoliciesServiceRef,
    userInfo: coreServices.userInfo,
  },
  decorate: (permissions, { auth, config, policies, userInfo }) =>
    guardPermissions({
      permissions: decideLocally({
        ...{ permissions, auth, policies, userInfo },
        isEnabled: config.getOptionalBoolean('permission.enabled') ?? false,
      }),
    }),
});
