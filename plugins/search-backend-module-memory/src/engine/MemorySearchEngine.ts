import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  LunrSearchEngine,
  type LunrSearchEngineIndexer,
  MissingIndexError,
} from '@backstage/plugin-search-backend-node';
import type {
  IndexableResultSet,
  SearchQuery,
} from '@backstage/plugin-search-common';
import type { IndexRun } from './IndexRun';

/**
 * Stock's in-memory engine with two differences: what has not been indexed yet is not found, rather than an error, and
 * it remembers when each type of document was indexed.
 */
export class MemorySearchEngine extends LunrSearchEngine {
  readonly #now: () => number;
  readonly #runs = new Map<string, IndexRun>();

  /** `now`: milliseconds since the epoch. */
  constructor(options: { logger: LoggerService; now: () => number }) {
    super(options);
    this.#now = options.now;
  }

  /** The newest run of indexing for this type of document, if there has been one since the start. */
  lastRun(type: string): Readonly<IndexRun> | undefined {
    return this.#runs.get(type);
  }

  override async getIndexer(type: string): Promise<LunrSearchEngineIndexer> {
    const indexer = await super.getIndexer(type);
    const run: IndexRun = { startedAt: this.#now(), failed: false };
    this.#runs.set(type, run);
    indexer.on('error', () => {
      run.failed = true;
    });
    // The engine's own listener comes first and builds the index, so that its time counts as well.
    indexer.on('close', () => {
      run.endedAt = this.#now();
    });
    return indexer;
  }

  override async query(query: SearchQuery): Promise<IndexableResultSet> {
    try {
      return await super.query(query);
    } catch (error) {
      if (error instanceof MissingIndexError) {
        return { results: [], numberOfResults: 0 };
      }
      throw error;
    }
  }
}
