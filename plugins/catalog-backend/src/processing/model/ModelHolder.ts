import type {
  LoggerService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import {
  type CatalogModel,
  type CatalogModelLayer,
  type CatalogModelSource,
  compileCatalogModel,
} from '@backstage/catalog-model/alpha';

const WAITING_LOG_INTERVAL_MS = 3_000;

/** Holds the model of kinds and relations that modules have put together. */
export class ModelHolder {
  readonly model: CatalogModel;

  constructor(model: CatalogModel) {
    this.model = model;
  }

  /** Waits for the first word of every source, and says so while it waits. Throws when the layers do not fit together. */
  static async create(options: {
    sources: readonly CatalogModelSource[];
    logger: LoggerService;
    lifecycle: RootLifecycleService;
  }): Promise<ModelHolder> {
    const { sources, logger, lifecycle } = options;
    const shutdown = new AbortController();
    lifecycle.addShutdownHook(() => shutdown.abort());
    logger.info(`Reading ${sources.length} catalog model sources`);

    let waiting = sources.length;
    const reminder = setInterval(
      () =>
        logger.warn(
          `Waiting for ${waiting}/${sources.length} catalog model sources to be ready`,
        ),
      WAITING_LOG_INTERVAL_MS,
    );
    try {
      const layers = await Promise.all(
        sources.map(async source => {
          const read = await readFirst({ source, signal: shutdown.signal });
          waiting -= 1;
          for (const { layerId } of read) {
            logger.info(`Loaded catalog model layer: ${layerId}`);
          }
          return read;
        }),
      );
      return new ModelHolder(compileCatalogModel(layers.flat()));
    } finally {
      clearInterval(reminder);
    }
  }
}

async function readFirst(options: {
  source: CatalogModelSource;
  signal: AbortSignal;
}): Promise<CatalogModelLayer[]> {
  const { source, signal } = options;
  const reading = source.read({ signal });
  try {
    const { value } = await reading.next();
    return value?.data.map(({ layer }) => layer) ?? [];
  } finally {
    await reading.return();
  }
}
