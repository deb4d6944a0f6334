import { createPermission } from '@backstage/plugin-permission-common';

/** `catalog-entity`; written here, as plugin-catalog-common would be the only reason to need it. */
const ENTITY = 'catalog-entity';

/** To re-run, cancel and start workflows of the repository of an entity. */
export const githubWorkflowsRunPermission = createPermission({
  name: 'github.workflows.run',
  attributes: { action: 'update' },
  resourceType: ENTITY,
});

/** To see the security alerts of the repository of an entity. */
export const githubAlertsReadPermission = createPermission({
  name: 'github.alerts.read',
  attributes: { action: 'read' },
  resourceType: ENTITY,
});

/** What the owners of an entity may by default, and who administers. */
export const githubActivityPermissions = [
  githubWorkflowsRunPermission,
  githubAlertsReadPermission,
];
