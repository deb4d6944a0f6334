import type {
  AuthService,
  PermissionsRegistryService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { permissionRules } from '@backstage/plugin-catalog-backend/alpha';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import type { EntitiesCatalog } from '../query/EntitiesCatalog';

/** Registers the permissions of the catalog, and the stock rules that decisions about entities may depend on. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  /** Without regard to permissions. */
  catalog: EntitiesCatalog;
  auth: AuthService;
}): void {
  const { permissionsRegistry, catalog, auth } = options;
  permissionsRegistry.addResourceType({
    resourceRef: catalogEntityPermissionResourceRef,
    permissions: [...catalogPermissions],
    rules: Object.values(permissionRules),
    async getResources(entityRefs) {
      const { items } = await catalog.entitiesBatch({
        entityRefs,
        credentials: await auth.getOwnServiceCredentials(),
      });
      return items.entities.map(entity =>
        typeof entity === 'string'
          ? (JSON.parse(entity) as Entity)
          : entity ?? undefined,
      );
    },
  });
}
