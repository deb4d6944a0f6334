import { ConflictError, isError } from '@backstage/errors';
import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { IndexRun } from '../engine/IndexRun';
import type { IndexSource } from './IndexSource';

/** A source that keeps changing is indexed nevertheless, this long after the last time. */
const LONGEST_WAIT_MS = 15_000;
/** After a run, as many times its duration pass before the next one. Thus indexing takes a tenth of a processor at most. */
const REST_FACTOR = 10;

type SearchScheduler = Pick<
  SchedulerService,
  'getScheduledTasks' | 'triggerTask'
>;

/** Follows one source and starts its indexing when the index is behind and the source has come to rest. */
export class SourceWatch {
  readonly #options: {
    source: IndexSource;
    lastRun: (type: string) => Readonly<IndexRun> | undefined;
    scheduler: SearchScheduler;
    now: () => number;
  };
  readonly #startedAt: number;
  #value = 0;
  /** What the source said when it was last indexed; unknown while there is no usable index. */
  #indexed: number | undefined = 0;
  #seenRun?: Readonly<IndexRun>;

  constructor(options: {
    source: IndexSource;
    lastRun: (type: string) => Readonly<IndexRun> | undefined;
    scheduler: SearchScheduler;
    now: () => number;
  }) {
    this.#options = options;
    this.#startedAt = options.now();
  }

  /** Looks at the source once. `changed`: it is not what it was the last time. */
  async check(): Promise<{ changed: boolean }> {
    const { source, lastRun } = this.#options;
    const value = await source.read();
    const run = lastRun(source.type);
    if (run && run !== this.#seenRun) {
      this.#seenRun = run;
      // The run began after the previous look, so it has seen at least that.
      this.#indexed = this.#value;
    }
    if (run?.failed) {
      this.#indexed = undefined;
    }
    const changed = value !== this.#value;
    this.#value = value;
    if (value !== this.#indexed && this.#mayRun({ run, changed })) {
      await this.#trigger();
    }
    return { changed };
  }

  #mayRun(options: { run?: Readonly<IndexRun>; changed: boolean }): boolean {
    const { run, changed } = options;
    const now = this.#options.now();
    if (run && run.endedAt === undefined) {
      return false;
    }
    const restedFor = now - (run?.endedAt ?? this.#startedAt);
    const took = run?.endedAt ? run.endedAt - run.startedAt : 0;
    return (
      restedFor >= took * REST_FACTOR &&
      (!changed || restedFor >= LONGEST_WAIT_MS)
    );
  }

  async #trigger(): Promise<void> {
    const { scheduler, source } = this.#options;
    const tasks = await scheduler.getScheduledTasks();
    if (!tasks.some(({ id }) => id === source.taskId)) {
      return; // No collator for this type is installed.
    }
    try {
      await scheduler.triggerTask(source.taskId);
    } catch (error) {
      // The task has just begun by itself. The next look tells what it has seen.
      if (!(isError(error) && error.name === ConflictError.name)) {
        throw error;
      }
    }
  }
}
