import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EntityProcessing } from '../processing/EntityProcessing';
import type { Lease } from '../storage/Lease';
import { readDue } from '../storage/readDue';
import { beginsQuarantine } from './commitResults';
import type { CommitRunner } from './CommitRunner';
import { ProcessingSlots } from './ProcessingSlots';
import type { DueItem, ProcessedItem } from './ProcessedItem';
import { resultHashOf } from './resultHashOf';
import type { ResultWriter } from './ResultWriter';
import { stitchPending } from './stitchPending';
import { toProcessedItem } from './toProcessedItem';
import { Wakeup } from './Wakeup';

/** More is read when fewer than this are under way, up to the other. */
const LOW_WATERMARK = 2_000;
const HIGH_WATERMARK = 4_000;
const POLLING_INTERVAL_MS = 1_000;
/** While there is always more to process, final entities that wait are put together at least this often. */
const MAX_STITCH_DELAY_MS = 2_000;

/** Observes the loop, for metrics and events. */
export interface ProcessingObserver {
  /** Called before the processors run. The function that it returns takes what they came to. */
  onStart(
    item: DueItem,
  ): (result: ProcessedItem, outcome: 'unchanged' | 'changed') => void;
}

/**
 * Processes what is due, on the one replica that holds the lease. Processors of many entities run side by side; results are written in
 * batches, as many in one commit as have come in while the commit before was written.
 */
export class ProcessingLoop {
  readonly #options: {
    knex: Knex;
    commits: CommitRunner;
    processing: EntityProcessing;
    writer: ResultWriter;
    lease: Lease;
    observer: ProcessingObserver;
    logger: LoggerService;
  };
  readonly #underWay = new Set<string>();
  readonly #slots = new ProcessingSlots();
  readonly #wakeup = new Wakeup();
  #running: Promise<void> | undefined;
  #stopped = false;
  #lastStitch = Date.now();

  constructor(options: {
    knex: Knex;
    commits: CommitRunner;
    processing: EntityProcessing;
    writer: ResultWriter;
    lease: Lease;
    observer: ProcessingObserver;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Takes up nothing more, and resolves once what was under way is written or given up. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wakeup.wake();
    await this.#running;
    await this.#options.writer.stop();
    // Without the database it runs out by itself.
    await this.#options.lease
      .release()
      .catch(error =>
        this.#options.logger.warn(
          `Processing was not handed over, ${stringifyError(error)}`,
        ),
      );
  }

  /** Whether entities are processed at all. */
  get isRunning(): boolean {
    return this.#running !== undefined && !this.#stopped;
  }

  /** Looks for due entities at once. */
  poke(): void {
    this.#wakeup.wake();
  }

  async #run(): Promise<void> {
    const { lease, logger } = this.#options;
    while (!this.#stopped) {
      try {
        if (await lease.hold()) {
          await this.#step();
        } else {
          await this.#wakeup.wait(POLLING_INTERVAL_MS);
        }
      } catch (error) {
        logger.warn(`Processing pauses, ${stringifyError(error)}`);
        await this.#wakeup.wait(POLLING_INTERVAL_MS);
      }
    }
  }

  /** Takes up what is due, or puts together what waits for that, or waits. */
  async #step(): Promise<void> {
    const { knex, commits } = this.#options;
    const free = HIGH_WATERMARK - this.#underWay.size;
    const items =
      this.#underWay.size < LOW_WATERMARK
        ? await readDue({ knex, limit: free, underWay: this.#underWay })
        : [];
    for (const item of items) this.#takeUp(item);

    // Those that hang may never end.
    const isIdle = this.#underWay.size === this.#slots.slow;
    if (isIdle || Date.now() - this.#lastStitch > MAX_STITCH_DELAY_MS) {
      this.#lastStitch = Date.now();
      if ((await stitchPending({ knex, commits })) > 0) return;
    }
    const isFull = this.#underWay.size >= LOW_WATERMARK;
    if (isFull || items.length < free) {
      await this.#wakeup.wait(POLLING_INTERVAL_MS);
    }
  }

  #takeUp(item: DueItem): void {
    this.#underWay.add(item.entityId);
    this.#slots
      .run(async () => {
        // Processors that never wait must not keep requests waiting.
        await nextTurn();
        await this.#process(item);
      })
      .catch(error =>
        this.#options.logger.warn(
          `Processing of ${item.entityRef} failed, ${stringifyError(error)}`,
        ),
      )
      .finally(() => {
        this.#underWay.delete(item.entityId);
        if (this.#underWay.size < LOW_WATERMARK) this.#wakeup.wake();
      });
  }

  async #process(item: DueItem): Promise<void> {
    const { processing, writer, observer, commits } = this.#options;
    if (this.#stopped) return;
    const done = observer.onStart(item);
    const outcome = await processing.process({
      entity: item.unprocessedEntity,
      state: item.state,
    });
    const result = toProcessedItem({ item, outcome });
    const { ledger } = commits.memory;
    const resultHash = resultHashOf({ result, ledger });
    const isUnchanged =
      resultHash === item.resultHash && !beginsQuarantine(result);
    if (isUnchanged) await writer.writeUnchanged(result);
    else await writer.writeChanged(result);
    done(result, isUnchanged ? 'unchanged' : 'changed');
  }
}
