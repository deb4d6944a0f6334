import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { createRoleMembers } from './createRoleMembers';
import type { RoleMembers } from './RoleMembers';

/** Who has been given a role outside of the configuration. Without the plugin `access` nobody has. */
export const roleMembersServiceRef = createServiceRef<RoleMembers>({
  id: 'callboard.access.role-members',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createRoleMembers({ expected: false }),
    }),
});

/** For a backend that has the plugin `access`: until that has read who has which role, nobody is decided on. */
export const roleMembersServiceFactory = createServiceFactory({
  service: roleMembersServiceRef,
  deps: {},
  factory: () => createRoleMembers({ expected: true }),
});
