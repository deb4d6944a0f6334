import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { attributedScheduler } from './attributedScheduler';

/** The stock scheduler, but what a task asks GitHub for is attributed to the plugin that has scheduled it. */
export const attributedSchedulerFactory = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    logger: coreServices.logger,
    rootLifecycle: coreServices.rootLifecycle,
    httpRouter: coreServices.httpRouter,
    pluginMetadata: coreServices.pluginMetadata,
    metrics: metricsServiceRef,
  },
  factory: services =>
    attributedScheduler({
      scheduler: DefaultSchedulerService.create(services),
      pluginId: services.pluginMetadata.getId(),
    }),
});
