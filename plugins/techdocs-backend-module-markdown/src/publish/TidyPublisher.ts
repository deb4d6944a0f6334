import fs from 'node:fs/promises';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  type CompoundEntityRef,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { toError } from '@backstage/errors';
import type {
  PublisherBase,
  PublishRequest,
  PublishResponse,
} from '@backstage/plugin-techdocs-node';
import type { SiteBuilds } from '../prepare/SiteBuilds';
import { removeStaleFiles } from './removeStaleFiles';

/**
 * A publisher of stock TechDocs, with two additions: it says when a build is over, and pages that a site has no more are gone after it.
 * Stock's `local` leaves them readable for ever; the clouds remove them by themselves.
 */
export class TidyPublisher implements PublisherBase {
  readonly #inner: PublisherBase;
  readonly #builds: SiteBuilds;
  readonly #logger: LoggerService;
  readonly #folderOf?: (entity: Entity) => string;

  constructor(options: {
    inner: PublisherBase;
    builds: SiteBuilds;
    logger: LoggerService;
    /** The folder of an entity's site, where sites are published to folders. */
    folderOf?: (entity: Entity) => string;
  }) {
    this.#inner = options.inner;
    this.#builds = options.builds;
    this.#logger = options.logger;
    this.#folderOf = options.folderOf;
  }

  async publish(request: PublishRequest): Promise<PublishResponse> {
    const entityRef = stringifyEntityRef(request.entity);
    const running = this.#builds.running(entityRef);
    const etag = await etagOf(request.directory);
    // One that was given up as lost may still come to its end: it is not the one that runs now.
    const build =
      etag === undefined || running?.etag === etag ? running : undefined;
    try {
      const published = await this.#inner.publish(request);
      await this.#tidy(request);
      build?.end({ outcome: 'published' });
      return published;
    } catch (cause) {
      build?.end({ outcome: 'failed', error: toError(cause) });
      throw cause;
    }
  }

  async #tidy({ entity, directory }: PublishRequest): Promise<void> {
    if (!this.#folderOf) return;
    try {
      await removeStaleFiles({
        published: this.#folderOf(entity),
        built: directory,
      });
    } catch (cause) {
      // The new pages are there; an old one too many is no reason to show an error instead of them.
      this.#logger.warn(
        `Could not remove the pages that the docs of ${stringifyEntityRef(
          entity,
        )} have no more`,
        toError(cause),
      );
    }
  }

  getReadiness() {
    return this.#inner.getReadiness();
  }

  fetchTechDocsMetadata(entityName: CompoundEntityRef) {
    return this.#inner.fetchTechDocsMetadata(entityName);
  }

  docsRouter() {
    return this.#inner.docsRouter();
  }

  hasDocsBeenGenerated(entity: Entity) {
    return this.#inner.hasDocsBeenGenerated(entity);
  }

  async migrateDocsCase(
    request: Parameters<NonNullable<PublisherBase['migrateDocsCase']>>[0],
  ) {
    await this.#inner.migrateDocsCase?.(request);
  }
}

async function etagOf(directory: string): Promise<string | undefined> {
  try {
    const file = path.join(directory, 'techdocs_metadata.json');
    return JSON.parse(await fs.readFile(file, 'utf8')).etag;
  } catch {
    return undefined;
  }
}
