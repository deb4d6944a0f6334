import type {
  DatabaseService,
  LoggerService,
  RootConfigService,
  RootLifecycleService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { ForwardedError, stringifyError } from '@backstage/errors';
import {
  type ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import type { LocationAnalyzer } from '@backstage/plugin-catalog-node';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import type { ProviderObservations } from '@callboard/plugin-access-node';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  CatalogExtensions,
  ProviderEntry,
} from './composition/CatalogExtensions';
import { connectProviders } from './composition/connectProviders';
import { observeCatalog } from './composition/observeCatalog';
import { selectProviders } from './composition/selectProviders';
import type { CatalogEngine } from './ingestion/CatalogEngine';
import { openCatalogEngine } from './ingestion/openCatalogEngine';
import { ConfigLocationEntityProvider } from './locations/ConfigLocationEntityProvider';
import { DefaultLocationService } from './locations/DefaultLocationService';
import { IndexedEntityLocations } from './locations/IndexedEntityLocations';
import type { LocationService } from './locations/LocationService';
import { LocationStore } from './locations/LocationStore';
import { readConflictStrategy } from './locations/readConflictStrategy';
import { readScmEventHandling } from './locations/readScmEventHandling';
import { RepoLocationAnalyzer } from './locations/RepoLocationAnalyzer';
import { ScmEventRefreshProvider } from './locations/ScmEventRefreshProvider';
import { createProcessingObserver } from './processing/createProcessingObserver';
import type { EntityProcessing } from './processing/EntityProcessing';
import { MeasuredEntityProcessing } from './processing/MeasuredEntityProcessing';
import { ModelHolder } from './processing/model/ModelHolder';
import { createProcessingMetrics } from './processing/processingMetrics';
import { publishConflict } from './processing/publishConflict';
import { createProcessing } from './processing/setup/createProcessing';
import { TracedEntityProcessing } from './processing/TracedEntityProcessing';

export type CatalogServices = {
  config: RootConfigService;
  database: DatabaseService;
  events: EventsService;
  lifecycle: RootLifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  observations: ProviderObservations;
  reader: UrlReaderService;
  scheduler: SchedulerService;
  scmEvents: CatalogScmEventsService;
};

/** The parts of a catalog, put together. None of them asks for permissions. */
export type Catalog = {
  engine: CatalogEngine;
  processing: EntityProcessing;
  locationService: LocationService;
  locationAnalyzer: LocationAnalyzer;
  /** Absent where no module has added to the model. */
  modelHolder?: ModelHolder;
};

/** Puts the catalog together and connects its providers. Processing begins with `engine.start`. */
export async function createCatalog(options: {
  services: CatalogServices;
  extensions: CatalogExtensions;
}): Promise<Catalog> {
  const { services, extensions } = options;
  const { config, database, events, lifecycle, logger, observations } =
    services;
  const integrations = ScmIntegrations.fromConfig(config);
  const allowedLocationTypes = extensions.allowedLocationTypes ?? ['url'];
  const modelHolder =
    extensions.modelSources.length > 0
      ? await ModelHolder.create({
          sources: extensions.modelSources,
          logger,
          lifecycle,
        })
      : undefined;
  const processing = createProcessing({
    ...extensions,
    ...services,
    integrations,
    allowedLocationTypes,
    modelHolder,
  });
  const locationAnalyzer = await createLocationAnalyzer({
    extensions,
    integrations,
    logger,
  });

  const metrics = createProcessingMetrics(services.metrics);
  let entries: ProviderEntry[] = [];
  const engine = await openCatalogEngine({
    ...services,
    processing: new TracedEntityProcessing(
      new MeasuredEntityProcessing({
        inner: processing,
        metrics,
        now: () => performance.now(),
      }),
    ),
    observer: createProcessingObserver({
      metrics,
      events,
      logger,
      onProcessingError: extensions.onProcessingError,
      now: () => Date.now(),
    }),
    onConflict: ({ deferred, existingLocationKey }) =>
      publishConflict({
        events,
        unprocessedEntity: JSON.parse(deferred.json),
        entityRef: deferred.entityRef,
        newLocationKey: deferred.locationKey,
        existingLocationKey,
        now: new Date(),
      }).catch(error =>
        logger.debug(
          `Publishing of a conflict failed, ${stringifyError(error)}`,
        ),
      ),
    providerNames: () =>
      entries.map(({ provider }) => provider.getProviderName()),
    onMutated: mutation => observations.mutated(mutation),
  });
  observations.openCatalog(engine.people);

  const { ingestion } = engine;
  const sources = {
    config,
    logger,
    knex: await database.getClient(),
    ingestion,
    entities: new IndexedEntityLocations(() => engine.index()),
    scmEvents: services.scmEvents,
    scmEventHandling: readScmEventHandling(config),
  };
  const store = new LocationStore(sources);
  entries = selectProviders({
    config,
    entries: [
      ...extensions.providers,
      { provider: store },
      { provider: new ConfigLocationEntityProvider(sources) },
      { provider: new ScmEventRefreshProvider(sources) },
    ],
  });
  await connectProviders({ entries, ingestion });
  observeCatalog({
    metrics: services.metrics,
    index: () => engine.index(),
    countLocations: () => store.countLocations(),
  });

  return {
    engine,
    processing,
    locationService: new DefaultLocationService({
      store,
      processing,
      allowedLocationTypes,
      defaultConflictStrategy: readConflictStrategy(config),
    }),
    locationAnalyzer,
    modelHolder,
  };
}

async function createLocationAnalyzer(options: {
  extensions: CatalogExtensions;
  integrations: ScmIntegrationRegistry;
  logger: LoggerService;
}): Promise<LocationAnalyzer> {
  const { extensions, integrations, logger } = options;
  const { locationAnalyzerFactory, scmLocationAnalyzers } = extensions;
  if (!locationAnalyzerFactory) {
    return new RepoLocationAnalyzer({
      logger,
      integrations,
      analyzers: scmLocationAnalyzers,
    });
  }
  try {
    return (await locationAnalyzerFactory({ scmLocationAnalyzers }))
      .locationAnalyzer;
  } catch (error) {
    throw new ForwardedError('Failed to create LocationAnalyzer', error);
  }
}
