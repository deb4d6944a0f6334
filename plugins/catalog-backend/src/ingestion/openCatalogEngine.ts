import { setTimeout as delay } from 'node:timers/promises';
import type {
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Config } from '@backstage/config';
import { stringifyError } from '@backstage/errors';
import type { ObservedMutation } from '@callboard/plugin-access-node';
import type { EntityProcessing } from '../processing/EntityProcessing';
import { IndexedEntitiesCatalog } from '../query/IndexedEntitiesCatalog';
import { BodyStore } from '../storage/BodyStore';
import { pruneChanges } from '../storage/changeFeed';
import { dialectOf } from '../storage/dialect';
import { Lease } from '../storage/Lease';
import { migrate } from '../storage/migrate';
import { openMemory } from '../storage/openMemory';
import { writeSnapshot } from '../storage/snapshots';
import { takeOver } from '../storage/takeOver';
import type { CatalogEngine } from './CatalogEngine';
import { CommitRunner } from './CommitRunner';
import type { Conflict } from './commitResults';
import { deleteOrphans } from './deleteOrphans';
import { EngineIngestion } from './EngineIngestion';
import { FirstRun } from './FirstRun';
import { noticeRemovals } from './noticeRemovals';
import { createPeopleView } from './people/createPeopleView';
import { processingInterval } from './processingInterval';
import { ProcessingLoop, type ProcessingObserver } from './ProcessingLoop';
import { ResultWriter } from './ResultWriter';
import { createStitchingMetrics } from './stitchingMetrics';

/** How often a replica looks for commits of others: what one acknowledged shows on all within a second. */
const FOLLOW_INTERVAL_MS = 400;
/** How soon readers see that somebody else, such as the module for unprocessed entities, has deleted rows. */
const REMOVALS_INTERVAL_MS = 5_000;
const ORPHAN_CLEANUP_INTERVAL_MS = 30_000;
/** Less than `CHANGES_KEPT_MS`, so that a snapshot can always be brought up to date. */
const MAINTENANCE_INTERVAL_MINUTES = 20;
const DEFAULT_BODY_CACHE_MB = 64;

/** Opens the database, reads the catalog into memory and makes it ready to answer and to be written. */
export async function openCatalogEngine(options: {
  database: DatabaseService;
  logger: LoggerService;
  config: Config;
  scheduler: SchedulerService;
  metrics: MetricsService;
  processing: EntityProcessing;
  observer: ProcessingObserver;
  /** Called when two locations claim one entity. */
  onConflict: (conflict: Conflict) => void;
  /** The names of all providers that are switched on. Asked at the start. */
  providerNames: () => string[];
  /** Called when a mutation is written that has to do with users and groups. */
  onMutated?: (mutation: ObservedMutation) => void;
}): Promise<CatalogEngine> {
  const { database, logger, config, scheduler, processing } = options;
  const knex = await database.getClient();
  const dialect = dialectOf(knex);
  if (!database.migrations?.skip) {
    logger.info('Performing database migration');
    await migrate(knex);
  }
  // Without an interval nothing is ever processed, and this one never used.
  const intervalMs =
    processingInterval({ config, random: Math.random }) ?? (() => 0);
  if ((await takeOver({ knex, intervalMs: intervalMs() })) === 'taken over') {
    logger.info('Took the catalog over from the stock catalog');
  }

  const bodies = new BodyStore({
    knex,
    maxSize:
      (config.getOptionalNumber('catalog.engine.bodyCacheMegabytes') ??
        DEFAULT_BODY_CACHE_MB) *
      1024 *
      1024,
  });
  const commits = new CommitRunner({
    knex,
    memory: await openMemory({ knex, logger }),
    bodies,
    logger,
    metrics: createStitchingMetrics({ metrics: options.metrics, knex }),
  });
  await commits.catchUp();
  let snapshotSeq = commits.memory.seq;
  const saveSnapshot = async () => {
    const { memory } = commits;
    if (memory.seq === snapshotSeq) return;
    await writeSnapshot({ knex, memory });
    snapshotSeq = memory.seq;
  };
  const results = { intervalMs, logger, onConflict: options.onConflict };
  const writer = new ResultWriter({ knex, commits, results });
  const loop = new ProcessingLoop({
    knex,
    commits,
    processing,
    writer,
    lease: new Lease({ knex, name: 'processing' }),
    observer: options.observer,
    logger,
  });
  const firstRun = new FirstRun({
    processing,
    commits,
    observer: options.observer,
    isEnabled: () => loop.isRunning,
  });
  const ingestion = new EngineIngestion({
    knex,
    commits,
    logger,
    firstRun,
    results,
    onDue: () => loop.poke(),
    onMutated: options.onMutated,
  });
  const entitiesCatalog = new IndexedEntitiesCatalog({
    index: () => commits.memory.index,
    bodies,
    catchUp: () => commits.catchUp(),
    parentsOf: entityRef =>
      commits.memory.ledger
        .parentsOf(entityRef)
        .filter(link => link.startsWith('entity:'))
        .map(link => link.slice('entity:'.length)),
    removeEntity: uid => ingestion.removeEntityByUid({ uid }),
    dialect,
    logger,
  });

  const stopping = new AbortController();
  const following =
    dialect === 'postgres'
      ? follow({ commits, logger, signal: stopping.signal })
      : Promise.resolve();

  return {
    ingestion,
    entitiesCatalog,
    people: createPeopleView({ knex, ledger: () => commits.memory.ledger }),
    index: () => commits.memory.index,
    async start() {
      if (
        config.getOptionalString('catalog.orphanProviderStrategy') !== 'keep'
      ) {
        await removeForgottenProviders({
          commits,
          ingestion,
          logger,
          providerNames: options.providerNames(),
        });
      }
      loop.start();
      await scheduler.scheduleTask({
        id: 'catalog_engine_maintenance',
        frequency: { minutes: MAINTENANCE_INTERVAL_MINUTES },
        timeout: { minutes: 5 },
        // Each replica has a memory of its own to look after.
        scope: 'local',
        initialDelay: { minutes: 1 },
        fn: async () => {
          await pruneChanges(knex);
          if ((await commits.verify()) === 'rebuilt') {
            logger.warn(
              'The index differed from the database and was read anew. Something else than the catalog writes to its tables.',
            );
          }
          await saveSnapshot();
        },
        signal: stopping.signal,
      });
      await scheduler.scheduleTask({
        id: 'catalog_engine_removals',
        frequency: { milliseconds: REMOVALS_INTERVAL_MS },
        timeout: { minutes: 1 },
        fn: async () => {
          const count = await noticeRemovals({ knex, commits });
          if (count > 0) {
            logger.info(
              `${count} entities were removed from the database by something else than the catalog`,
            );
          }
        },
        signal: stopping.signal,
      });
      const orphanStrategy = config.getOptionalString('catalog.orphanStrategy');
      if ((orphanStrategy ?? 'delete') === 'delete') {
        await scheduler.scheduleTask({
          id: 'catalog_orphan_cleanup',
          frequency: { milliseconds: ORPHAN_CLEANUP_INTERVAL_MS },
          timeout: { milliseconds: ORPHAN_CLEANUP_INTERVAL_MS * 0.8 },
          fn: async () => {
            const count = await deleteOrphans({ commits });
            if (count > 0) logger.info(`Deleted ${count} orphaned entities`);
          },
          signal: stopping.signal,
        });
      }
    },
    async stop() {
      stopping.abort();
      await loop.stop();
      await following;
      await saveSnapshot().catch(error =>
        logger.warn(`No snapshot was written, ${stringifyError(error)}`),
      );
    },
  };
}

/** Takes in what other replicas commit, until the signal. A database that is away is asked again. */
async function follow(options: {
  commits: CommitRunner;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<void> {
  const { commits, logger, signal } = options;
  while (!signal.aborted) {
    await delay(FOLLOW_INTERVAL_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    await commits
      .catchUp()
      .catch(error =>
        logger.warn(
          `Cannot see what other replicas write, ${stringifyError(error)}`,
        ),
      );
  }
}

/** Removes what providers brought in that are no longer there. */
async function removeForgottenProviders(options: {
  commits: CommitRunner;
  ingestion: EngineIngestion;
  logger: LoggerService;
  providerNames: readonly string[];
}): Promise<void> {
  const { commits, ingestion, logger, providerNames } = options;
  const known = commits.memory.ledger.providerNames();
  const forgotten = known.filter(name => !providerNames.includes(name));
  if (forgotten.length === 0) return;
  const quoted = (names: readonly string[]) =>
    names.map(name => `'${name}'`).join(', ');
  logger.warn(`Found ${forgotten.length} orphaned entity provider(s)`);
  logger.warn(`Database contained providers: ${quoted(known)}`);
  logger.warn(`Installed providers were: ${quoted(providerNames)}`);
  logger.warn(`Orphaned providers were thus: ${quoted(forgotten)}`);
  for (const name of forgotten) {
    await ingestion.removeProvider(name);
    logger.info(`Removed entities for orphaned provider ${name}`);
  }
}
