import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { DocsSites } from './DocsSites';
import { Prebuilder } from './Prebuilder';
import { prebuildUntilSettled } from './prebuildUntilSettled';

/** Search indexes the docs again when it hears of a new site. */
const SITE_BUILT_TOPIC = 'callboard.techdocs.site-built';

/** Begins to build docs in the background when the portal has started. */
export function startPrebuild(options: {
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  discovery: DiscoveryService;
  events: EventsService;
  lifecycle: RootLifecycleService;
  logger: LoggerService;
}): void {
  const { auth, catalog, config, discovery, events, lifecycle, logger } =
    options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopped = () => signal.aborted;
  const prebuilder = new Prebuilder({
    auth,
    catalog,
    logger,
    sites: new DocsSites({
      auth,
      discovery,
      keepCase:
        config.getOptionalBoolean(
          'techdocs.legacyUseCaseSensitiveTripletPaths',
        ) ?? false,
    }),
    onBuilt: entityRef =>
      events.publish({ topic: SITE_BUILT_TOPIC, eventPayload: { entityRef } }),
    isStopped,
  });
  lifecycle.addShutdownHook(() => stopping.abort());
  lifecycle.addStartupHook(() => {
    void prebuildUntilSettled({
      prebuilder,
      logger,
      now: Date.now,
      pause: milliseconds =>
        sleep(milliseconds, undefined, { signal }).catch(() => {}),
      isStopped,
    });
  });
}
