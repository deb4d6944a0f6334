import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { CallboardPolicy } from './policy/CallboardPolicy';
import { readAdmins } from './principals/readAdmins';
import { readGuests } from './principals/readGuests';

/** Sets {@link CallboardPolicy} as the policy of the stock permission backend. */
export const permissionModuleCallboardPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'callboard-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
      },
      async init({ config, logger, policy }) {
        const guests = readGuests({ config });
        const admins = readAdmins({ config, guests });
        policy.setPolicy(new CallboardPolicy({ guests, admins }));
        logger.info(
          admins.length > 0
            ? `Administrators of this portal: ${admins.join(', ')}`
            : 'This portal has no administrator; list some in permission.callboard.admins to open the developer tools',
        );
      },
    });
  },
});
