import {
  type CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { isError, ResponseError, toError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import type {
  SyncResult,
  TechDocsStorageApi,
} from '@backstage/plugin-techdocs-react';
import { advance } from '../progress/advance';
import type { DocsProgressStore } from '../progress/DocsProgressStore';
import { readLogLine } from '../progress/readLogLine';
import { readSync } from './readSync';
import { Sync, type SyncEnd } from './Sync';

const isNotFound = (error: unknown) =>
  isError(error) && error.name === 'NotFoundError';

/**
 * The storage of TechDocs, except that a page which is not there waits for the build that is under way, whoever began it, instead of
 * being not found. Meanwhile it tells how far that build is.
 */
export class WatchedStorage implements TechDocsStorageApi {
  readonly #stock: TechDocsStorageApi;
  readonly #fetchApi: FetchApi;
  readonly #progress: DocsProgressStore;
  readonly #now: () => Date;
  /** The latest of each entity. */
  readonly #syncs = new Map<string, Sync>();
  /** Entities of which a page waits. */
  readonly #waiting = new Set<string>();

  constructor(options: {
    stock: TechDocsStorageApi;
    fetchApi: FetchApi;
    progress: DocsProgressStore;
    now?: () => Date;
  }) {
    this.#stock = options.stock;
    this.#fetchApi = options.fetchApi;
    this.#progress = options.progress;
    this.#now = options.now ?? (() => new Date());
    this.#progress.retryWith(entityRef => {
      this.syncEntityDocs(parseEntityRef(entityRef)).catch(() => {
        // The progress says it.
      });
    });
  }

  getApiOrigin() {
    return this.#stock.getApiOrigin();
  }

  getStorageUrl() {
    return this.#stock.getStorageUrl();
  }

  getBuilder() {
    return this.#stock.getBuilder();
  }

  getBaseUrl(oldBaseUrl: string, entity: CompoundEntityRef, path: string) {
    return this.#stock.getBaseUrl(oldBaseUrl, entity, path);
  }

  /** Resolves once the page is there, however long its docs are in building. */
  async getEntityDocs(
    entity: CompoundEntityRef,
    path: string,
  ): Promise<string> {
    const ref = stringifyEntityRef(entity);
    if (this.#progress.get(ref)?.state !== 'settled') {
      this.#progress.set(ref, { state: 'opening' });
    }
    for (;;) {
      const before = this.#syncs.get(ref);
      const isAfter = Boolean(before?.end);
      try {
        const page = await this.#stock.getEntityDocs(entity, path);
        this.#progress.set(ref, { state: 'settled' });
        return page;
      } catch (error) {
        const sync = this.#syncs.get(ref);
        if (
          !sync ||
          !isNotFound(error) ||
          sync.end?.outcome === 'refused' ||
          (await this.#hasSite({ entity, path }))
        ) {
          this.#progress.set(ref, { state: 'settled' });
          throw error;
        }
        this.#waiting.add(ref);
        await this.#wait({ ref, sync, isAfter: isAfter && before === sync });
        this.#waiting.delete(ref);
      }
    }
  }

  /** Until it is worth to look again. */
  async #wait(options: {
    ref: string;
    sync: Sync;
    /** The page was not there after the sync either. */
    isAfter: boolean;
  }): Promise<void> {
    const { ref, sync, isAfter } = options;
    if (!sync.end) {
      this.#progress.set(ref, { state: 'building', build: sync.build });
    }
    const end = await sync.ended;
    const { build } = sync;
    if (end.outcome === 'failed') {
      const failedAt = this.#now();
      const { cause } = end;
      this.#progress.set(ref, { state: 'failed', build, cause, failedAt });
      await sync.superseded;
    } else if (isAfter) {
      const builder = await this.getBuilder();
      this.#progress.set(ref, { state: 'missing', build, builder });
      await sync.superseded;
    }
  }

  /** Whether the docs are there, so that it is the page alone which is not. */
  async #hasSite(options: {
    entity: CompoundEntityRef;
    path: string;
  }): Promise<boolean> {
    const { entity, path } = options;
    if (!path) return false;
    return this.#stock.getEntityDocs(entity, '').then(
      () => true,
      error => !isNotFound(error),
    );
  }

  /** `cached` too where the docs are new and a page waits for them: it comes by itself. */
  async syncEntityDocs(
    entity: CompoundEntityRef,
    onLog: (line: string) => void = () => {},
  ): Promise<SyncResult> {
    const ref = stringifyEntityRef(entity);
    const sync = new Sync({ startedAt: this.#now() });
    const before = this.#syncs.get(ref);
    this.#syncs.set(ref, sync);
    before?.supersede();
    const end = await this.#sync({ entity, ref, sync, onLog });
    const isWaiting = this.#waiting.has(ref);
    sync.settle(end);
    if (end.outcome === 'refused') throw end.error;
    if (end.outcome === 'failed') throw new Error(end.cause);
    return end.outcome === 'updated' && !isWaiting ? 'updated' : 'cached';
  }

  async #sync(options: {
    entity: CompoundEntityRef;
    ref: string;
    sync: Sync;
    onLog: (line: string) => void;
  }): Promise<SyncEnd> {
    const { entity, ref, sync, onLog } = options;
    const { kind, namespace, name } = entity;
    try {
      const origin = await this.getApiOrigin();
      const response = await this.#fetchApi.fetch(
        `${origin}/sync/${namespace}/${kind}/${name}`,
        { headers: { accept: 'text/event-stream' } },
      );
      if (!response.ok || !response.body) {
        const error = await ResponseError.fromResponse(response);
        return { outcome: 'refused', error: toError(error) };
      }
      return await readSync({
        body: response.body,
        onLog: line => {
          onLog(line);
          sync.build = advance({
            build: sync.build,
            line: readLogLine(line),
          });
          if (this.#progress.get(ref)?.state === 'building') {
            this.#progress.set(ref, { state: 'building', build: sync.build });
          }
        },
      });
    } catch (error) {
      return {
        outcome: 'failed',
        cause: `The portal does not answer (${
          toError(error).message
        }). Check your connection, or whether the portal is running.`,
      };
    }
  }
}
