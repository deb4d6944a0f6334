import { createPermission } from '@backstage/plugin-permission-common';

/** To see what the portal is connected to and as whom. For operators: it names accounts, repositories and who spent what. */
export const connectionsReadPermission = createPermission({
  name: 'connections.read',
  attributes: { action: 'read' },
});

/** To run tests that have effects, to create an App, to rotate a token. */
export const connectionsManagePermission = createPermission({
  name: 'connections.manage',
  attributes: { action: 'update' },
});

export const connectionsPermissions = [
  connectionsReadPermission,
  connectionsManagePermission,
];
