import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  localPoliciesServiceRef,
  policyExplainersServiceRef,
  roleMembersServiceRef,
} from '@callboard/plugin-access-node';
import { CallboardPolicy } from './policy/CallboardPolicy';
import { readAdmins } from './principals/readAdmins';
import { readGuests } from './principals/readGuests';
import { locationsBesideConditions } from './roles/locationsBesideConditions';
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
        local: localPoliciesServiceRef,
        logger: coreServices.logger,
        members: roleMembersServiceRef,
        policy: policyExtensionPoint,
      },
      async init({ config, explainers, local, logger, members, policy }) {
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
        for (const { key, problem, remedy } of locationsBesideConditions(
          roles,
        )) {
          logger.warn(`${key} ${problem}: ${remedy}.`);
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
        local.set(callboardPolicy);
        logger.info(
          admins.length > 0
            ? `Administrators of this portal: ${admins.join(', ')}`
            : 'The configuration names no administrator of this portal; see permission.callboard.admins',
        );
      },
    });
  },
});
