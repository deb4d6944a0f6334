import type { LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotModifiedError, toError } from '@backstage/errors';
import type {
  PreparerBase,
  PreparerOptions,
  PreparerResponse,
} from '@backstage/plugin-techdocs-node';
import type { LogLine, SiteBuild, SiteBuilds } from './SiteBuilds';
import { watchLog } from './watchLog';

/**
 * Lets one build of a site run at a time. Stock builds it once for each visitor who comes before it is there. Who comes second waits,
 * reads along in the log of the first, and shares its end: TechDocs is told that there is nothing new to build, or why it failed.
 *
 * A build begins here and ends in `TidyPublisher`.
 */
export class SingleFlightPreparer implements PreparerBase {
  readonly #inner: PreparerBase;
  readonly #builds: SiteBuilds;

  constructor(options: { inner: PreparerBase; builds: SiteBuilds }) {
    this.#inner = options.inner;
    this.#builds = options.builds;
  }

  shouldCleanPreparedDirectory() {
    return this.#inner.shouldCleanPreparedDirectory();
  }

  async prepare(
    entity: Entity,
    options?: PreparerOptions,
  ): Promise<PreparerResponse> {
    const entityRef = stringifyEntityRef(entity);
    for (
      let running = this.#builds.running(entityRef);
      running;
      running = this.#builds.running(entityRef)
    ) {
      await share({ running, logger: options?.logger });
    }

    const build = this.#builds.begin(entityRef);
    try {
      if (options?.logger) {
        watchLog({
          logger: options.logger,
          onLine: line => build.followers.forEach(follow => follow(line)),
          onFailed: reason =>
            build.end({ outcome: 'failed', error: new Error(reason) }),
        });
      }
      const etag = this.#builds.recentEtag(entityRef) ?? options?.etag;
      const prepared = await this.#inner.prepare(
        entity,
        options && { ...options, etag },
      );
      build.etag = prepared.etag;
      return prepared;
    } catch (cause) {
      const error = toError(cause);
      build.end(
        error.name === 'NotModifiedError'
          ? { outcome: 'unchanged' }
          : { outcome: 'failed', error },
      );
      throw cause;
    }
  }
}

/** Waits for the end of another build. Returns only where it was lost, so that somebody has to build. */
async function share(options: {
  running: SiteBuild;
  logger?: LoggerService;
}): Promise<void> {
  const { running, logger } = options;
  logger?.info('These docs are being built already: waiting for that build');
  const follow = ({ level, message }: LogLine) => logger?.[level](message);
  running.followers.add(follow);
  const end = await running.ended;
  running.followers.delete(follow);
  if (end.outcome === 'failed') throw end.error;
  if (end.outcome !== 'lost') throw new NotModifiedError();
}
