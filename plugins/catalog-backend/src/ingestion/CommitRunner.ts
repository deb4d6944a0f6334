import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  beginCommit,
  publishChanges,
  readChanges,
  readSeq,
} from '../storage/changeFeed';
import type { BodyStore } from '../storage/BodyStore';
import { dialectOf } from '../storage/dialect';
import { readMemory } from '../storage/readMemory';
import { readRecords } from '../storage/readRecords';
import { checksumOfDatabase } from '../storage/verifyMemory';
import { toUnavailable } from '../storage/toUnavailable';
import { writeCommit } from '../storage/writeCommit';
import { CatalogMemory } from './CatalogMemory';
import { CommitBatch } from './CommitBatch';
import { stitchBatch } from './stitchBatch';
import type { StitchingMetrics } from './stitchingMetrics';

/** A rollback that the work asks for is no failure. */
const NO_REJECTION = { doNotRejectOnRollback: true };

/** What the work of a commit is handed. */
export type CommitContext = {
  /** The transaction. Nothing but this may be asked while a commit is under way. */
  tx: Knex.Transaction;
  batch: CommitBatch;
  /** The catalog as of the commit before this one. */
  memory: CatalogMemory;
};

/**
 * Runs commits one after the other: over all replicas by the lock of `engine_clock`, within this process by a queue. A commit first
 * catches up with what others have committed, then is planned on the memory, written, and, once the database has it, shown to readers.
 */
export class CommitRunner {
  readonly #knex: Knex;
  readonly #bodies: BodyStore;
  readonly #logger: LoggerService;
  readonly #metrics: StitchingMetrics;
  #memory: CatalogMemory;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: {
    knex: Knex;
    memory: CatalogMemory;
    bodies: BodyStore;
    logger: LoggerService;
    metrics: StitchingMetrics;
  }) {
    this.#knex = options.knex;
    this.#memory = options.memory;
    this.#bodies = options.bodies;
    this.#logger = options.logger;
    this.#metrics = options.metrics;
  }

  /** The catalog as of the newest commit that this replica has seen. */
  get memory(): CatalogMemory {
    return this.#memory;
  }

  /**
   * Plans and writes one commit. Resolves to what `work` returns once readers of this replica see it; nothing is written when the
   * work has left the batch empty. Rejects with `ServiceUnavailableError` when the database is away.
   */
  async commit<T>(
    work: (context: CommitContext) => Promise<T>,
    options: {
      /** Put together all that the batch names, at once. */
      stitchEverything?: boolean;
      /** References whose wait in `stitch_queue` ends with this commit. */
      stitched?: readonly string[];
    } = {},
  ): Promise<T> {
    return this.#inTurn(async () => {
      try {
        return await this.#commit(work, options);
      } catch (error) {
        throw toUnavailable(error);
      }
    });
  }

  /** Brings the memory up to the newest commit of all replicas. */
  async catchUp(): Promise<void> {
    await this.#inTurn(async () => {
      try {
        if ((await readSeq(this.#knex)) === this.#memory.seq) return;
        await this.#knex.transaction(
          async tx => this.#catchUp(tx, await readSeq(tx)),
          // One state for all statements: a record must not be newer than the list of what changed.
          dialectOf(this.#knex) === 'postgres'
            ? { isolationLevel: 'repeatable read', readOnly: true }
            : undefined,
        );
      } catch (error) {
        throw toUnavailable(error);
      }
    });
  }

  /**
   * Compares the index with the database, and reads the catalog anew where they differ: somebody else has written to the tables then.
   * Commits wait meanwhile.
   */
  async verify(): Promise<'equal' | 'rebuilt'> {
    return this.#inTurn(async () => {
      const { seq, checksum } = await checksumOfDatabase({ knex: this.#knex });
      if (seq !== this.#memory.seq) await this.#catchUp(this.#knex, seq);
      if (this.#memory.index.checksum() === checksum) return 'equal';
      this.#memory = await readMemory({ knex: this.#knex });
      return 'rebuilt';
    });
  }

  async #commit<T>(
    work: (context: CommitContext) => Promise<T>,
    options: { stitchEverything?: boolean; stitched?: readonly string[] },
  ): Promise<T> {
    let value: T;
    let show: (() => void) | undefined;
    await this.#knex.transaction(async tx => {
      const { seq, nowMs } = await beginCommit(tx);
      if (seq - 1 !== this.#memory.seq) await this.#catchUp(tx, seq - 1);

      const memory = this.#memory;
      const batch = new CommitBatch(memory.ledger);
      value = await work({ tx, batch, memory });
      if (batch.isEmpty && !options.stitched?.length) {
        await tx.rollback();
        return;
      }
      const startedAt = performance.now();
      const { finals, later, unchanged } = await stitchBatch({
        tx,
        batch,
        index: memory.index,
        logger: this.#logger,
        everything: options.stitchEverything,
      });
      this.#metrics.stitched({
        changed: finals.length,
        unchanged,
        durationMs: performance.now() - startedAt,
      });
      await writeCommit({
        tx,
        batch,
        finals,
        stitchLater: later,
        stitched: options.stitched ?? [],
        nowMs,
      });
      const changed = new Set(finals.map(final => final.entityId));
      for (const state of batch.view.changes().values()) {
        if (state) changed.add(state.entityId);
      }
      const removed = [...batch.deleted.values()];
      await publishChanges({
        tx,
        seq,
        nowMs,
        touched: { changed: [...changed], removed },
      });
      show = () => {
        memory.applyOwn({ seq, view: batch.view, removed, finals });
        finals.forEach(final => this.#bodies.put(final));
        batch.afterwards.forEach(callback => callback());
      };
    }, NO_REJECTION);
    // Only now does the database have it.
    show?.();
    return value!;
  }

  async #catchUp(tx: Knex, until: number): Promise<void> {
    const touched = await readChanges({
      tx,
      after: this.#memory.seq,
      until,
    });
    if (touched === 'gap') {
      this.#logger.warn(
        `The catalog's memory is at commit ${
          this.#memory.seq
        } and the database at ${until}, with commits between them that are no longer kept. Reading the whole catalog again.`,
      );
      this.#memory = await readMemory({ knex: tx });
      return;
    }
    const { nodes, finals } = await readRecords({
      tx,
      entityIds: touched.changed,
    });
    this.#memory.applyForeign({
      seq: until,
      removed: touched.removed,
      nodes,
      finals,
    });
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const run = this.#last.then(task);
    this.#last = run.catch(error => {
      this.#logger.debug(`A commit failed, ${stringifyError(error)}`);
    });
    return run;
  }
}
