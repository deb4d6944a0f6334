import type {
  AuditorService,
  AuthService,
  DiscoveryService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
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
  /** Of the plugin, not of the process. */
  lifecycle: LifecycleService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  /** With the tables of all features. */
  knex: Knex;
  /** Everything below `/api/access`. A feature adds its own routes. */
  router: Router;
  now(): Date;
}
