import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  observedScheduler,
  providerObservationsServiceRef,
} from '@callboard/plugin-access-node';
import { attributedScheduler } from '@callboard/plugin-github-node';

/**
 * The stock scheduler, but what a task asks GitHub for is attributed to the plugin that has scheduled it, and the tasks in which the
 * catalog's providers read are observed.
 */
export const portalScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {
    database: coreServices.database,
    logger: coreServices.logger,
    rootLifecycle: coreServices.rootLifecycle,
    httpRouter: coreServices.httpRouter,
    pluginMetadata: coreServices.pluginMetadata,
    metrics: metricsServiceRef,
    observations: providerObservationsServiceRef,
  },
  factory({ observations, ...services }) {
    const pluginId = services.pluginMetadata.getId();
    const scheduler = attributedScheduler({
      scheduler: DefaultSchedulerService.create(services),
      pluginId,
    });
    return pluginId === 'catalog'
      ? observedScheduler({ scheduler, observations })
      : scheduler;
  },
});
