import { createPermission } from '@backstage/plugin-permission-common';

/** To see who gets in and with what: keys, sessions, failed sign-ins, organisation data. For operators: it names people. */
export const accessReadPermission = createPermission({
  name: 'access.read',
  attributes: { action: 'read' },
});

/** To make, rotate and revoke keys, and to end sessions. */
export const accessManagePermission = createPermission({
  name: 'access.manage',
  attributes: { action: 'update' },
});

export const accessPermissions = [accessReadPermission, accessManagePermission];
