import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  HttpRouterService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import type { Catalog } from '../createCatalog';
import { createRouter } from '../http/createRouter';
import { AuthorizedEntitiesCatalog } from '../permissions/AuthorizedEntitiesCatalog';
import { AuthorizedLocationAnalyzer } from '../permissions/AuthorizedLocationAnalyzer';
import { AuthorizedLocationService } from '../permissions/AuthorizedLocationService';
import { AuthorizedRefreshService } from '../permissions/AuthorizedRefreshService';
import { registerPermissions } from '../permissions/registerPermissions';

/** Serves the catalog over HTTP, to each caller what they may read and do. */
export function mountRoutes(options: {
  catalog: Catalog;
  services: {
    auditor: AuditorService;
    auth: AuthService;
    config: RootConfigService;
    httpAuth: HttpAuthService;
    httpRouter: HttpRouterService;
    logger: LoggerService;
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  };
}): void {
  const { catalog, services } = options;
  const { engine, processing } = catalog;
  const { auth, httpRouter, permissions, permissionsRegistry } = services;
  registerPermissions({
    permissionsRegistry,
    auth,
    catalog: engine.entitiesCatalog,
  });
  const entitiesCatalog = new AuthorizedEntitiesCatalog({
    catalog: engine.entitiesCatalog,
    permissions,
    transformConditions: createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(
        catalogEntityPermissionResourceRef,
      ),
    ),
  });
  const router = createRouter({
    ...services,
    processing,
    entitiesCatalog,
    locationService: new AuthorizedLocationService({
      service: catalog.locationService,
      permissions,
      entities: entitiesCatalog,
    }),
    locationAnalyzer: new AuthorizedLocationAnalyzer({
      analyzer: catalog.locationAnalyzer,
      permissions,
    }),
    refreshService: new AuthorizedRefreshService({
      service: engine.ingestion,
      permissions,
    }),
  });
  httpRouter.use(router);
}
