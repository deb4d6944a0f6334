import type {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import type { LocationAnalyzer } from '@backstage/plugin-catalog-node';
import type { LocationService } from '../locations/LocationService';
import type { EntityProcessing } from '../processing/EntityProcessing';
import type { EntitiesCatalog } from '../query/EntitiesCatalog';
import type { RefreshService } from './RefreshService';

/**
 * What the routes work with. Catalog, locations, analyzer and refresh decide for themselves what the caller may do; the router
 * decides about validation alone.
 */
export type RouterOptions = {
  entitiesCatalog: EntitiesCatalog;
  locationService: LocationService;
  locationAnalyzer: LocationAnalyzer;
  /** Without regard to permissions. */
  processing: EntityProcessing;
  refreshService: RefreshService;
  /** `catalog.readonly` refuses to register, change and remove locations. */
  config: Config;
  logger: LoggerService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
};
