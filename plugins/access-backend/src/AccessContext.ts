import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  RootInstanceMetadataService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  ApiKeyDirectory,
  PolicyExplainers,
  RoleMembers,
  Sessions,
  SignInFailuresService,
  ProviderObservations,
} from '@callboard/plugin-access-node';
import type { Router } from 'express';
import type { Knex } from 'knex';

/** What a feature of the plugin is made with. */
export interface AccessContext {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  events: EventsService;
  httpAuth: HttpAuthService;
  instance: RootInstanceMetadataService;
  /** Of the process; `addKeys` fills it. */
  keys: ApiKeyDirectory;
  /** The built-in policy, where it is loaded. */
  explainers: PolicyExplainers;
  /** Of the process; `addPermissions` fills it. */
  roleMembers: RoleMembers;
  /** Of the plugin, not of the process. */
  lifecycle: LifecycleService;
  logger: LoggerService;
  /** Of the process; `addOrganisations` writes down what comes. */
  observations: ProviderObservations;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  /** Of the process; `addSessions` fills it. */
  sessions: Sessions;
  /** Of the process; `addSignIns` gives it a place. */
  signInFailures: SignInFailuresService;
  /** With the tables of all features. */
  knex: Knex;
  /** Everything below `/api/access`. A feature adds its own routes. */
  router: Router;
  now(): Date;
}
