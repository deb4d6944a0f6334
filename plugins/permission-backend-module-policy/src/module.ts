import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  policyExplainersServiceRef,
  roleMembersServiceRef,
} from '@callboard/plugin-access-node';
import { CallboardPolicy } from './policy/CallboardPolicy';
import { readAdmins } from './principals/readAdmins';
import { readGuests } from './principals/readGuests';
import { readRoles } from './roles/readRoles';

/** Sets {@link CallboardPolicy} as the policy of the stock permission backend. */
export const permissionModuleCallboardPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'callboard-policy',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        explainers: policyExplainersServiceRef,
        logger: coreServices.logger,
        members: roleMembersServiceRef,
        policy: policyExtensionPoint,
      },
      async init({ config, explainers, logger, members, policy }) {
        const guests = readGuests({ config });
        const { problems, ...roles } = readRoles({ config });
        if (problems.length > 0) {
          throw new InputError(
            problems
              .map(
                ({ key, problem, remedy }) => `${key} ${problem}: ${remedy}.`,
              )
              .join('\n'),
          );
        }
        const admins = readAdmins({ config, guests });
        const callboardPolicy = new CallboardPolicy({
          ...roles,
          guests,
          admins,
          members: () => members.current(),
        });
        policy.setPolicy(callboardPolicy);
        explainers.set(callboardPolicy);
        logger.info(
          admins.length > 0
            ? `Administrators of this portal: ${admins.join(', ')}`
            : 'The configuration names no administrator of this portal; see permission.callboard.admins',
        );
      },
    });
  },
});
