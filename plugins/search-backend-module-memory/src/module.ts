import { setTimeout as sleep } from 'node:timers/promises';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { MemorySearchEngine } from './engine/MemorySearchEngine';
import { SourceWatch } from './freshness/SourceWatch';
import { createSources } from './freshness/createSources';
import { followSources } from './freshness/followSources';

/** Whoever builds docs says so on this topic. */
const SITE_BUILT_TOPIC = 'callboard.techdocs.site-built';

/** Search in memory, for a single process without PostgreSQL or another search server. */
export const searchModuleMemory = createBackendModule({
  pluginId: 'search',
  moduleId: 'memory',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        engineRegistry: searchEngineRegistryExtensionPoint,
        events: eventsServiceRef,
        lifecycle: coreServices.rootLifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({
        auth,
        catalog,
        config,
        engineRegistry,
        events,
        lifecycle,
        logger,
        scheduler,
      }) {
        const now = Date.now;
        const engine = new MemorySearchEngine({ logger, now });
        engineRegistry.setSearchEngine(engine);

        let builtSites = 0;
        await events.subscribe({
          id: 'search-memory',
          topics: [SITE_BUILT_TOPIC],
          onEvent: async () => {
            builtSites += 1;
          },
        });

        const stopping = new AbortController();
        const { signal } = stopping;
        lifecycle.addShutdownHook(() => stopping.abort());
        lifecycle.addStartupHook(() => {
          const sources = createSources({
            auth,
            catalog,
            config,
            countBuiltSites: () => builtSites,
          });
          const lastRun = (type: string) => engine.lastRun(type);
          // In the background: the start of the portal does not wait for it.
          void followSources({
            watches: sources.map(
              source => new SourceWatch({ source, lastRun, scheduler, now }),
            ),
            logger,
            now,
            pause: milliseconds =>
              sleep(milliseconds, undefined, { signal }).catch(() => {}),
            isStopped: () => signal.aborted,
          });
        });
      },
    });
  },
});
