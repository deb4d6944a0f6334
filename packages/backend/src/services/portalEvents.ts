import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { attributedEvents } from '@callboard/plugin-github-node';

/** The stock events service, but what a subscriber asks GitHub for is attributed to the plugin that has subscribed. */
export const portalEvents = createServiceFactory({
  service: eventsServiceRef,
  deps: {
    plugin: coreServices.pluginMetadata,
    rootLogger: coreServices.rootLogger,
    config: coreServices.rootConfig,
    discovery: coreServices.discovery,
    logger: coreServices.logger,
    lifecycle: coreServices.lifecycle,
    auth: coreServices.auth,
  },
  createRootContext: ({ rootLogger, config }) =>
    DefaultEventsService.create({ logger: rootLogger, config }),
  factory({ plugin, discovery, logger, lifecycle, auth }, events) {
    const pluginId = plugin.getId();
    return attributedEvents({
      events: events.forPlugin(pluginId, {
        discovery,
        logger,
        lifecycle,
        auth,
      }),
      pluginId,
    });
  },
});
