import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';
import { updateRows } from '../storage/bulk';
import { databaseTimeMs } from '../storage/databaseTime';
import { writeDueChanges } from '../storage/writeDueChanges';
import {
  commitResults,
  dueAfterFailure,
  type ResultOptions,
} from './commitResults';
import type { CommitRunner } from './CommitRunner';
import type { ProcessedItem } from './ProcessedItem';
import { nextCache } from './nextCache';

/** So many results go into one commit at most; a reader waits for no longer than one takes. */
const RESULTS_PER_COMMIT = 1_000;

type Waiting = {
  result: ProcessedItem;
  resolve: () => void;
  reject: (error: unknown) => void;
};

/** So many turns of the event loop a commit waits for more results, as long as each brings some. Each is well below a millisecond. */
const TURNS_TO_GATHER = 20;

/** Writes results of processing: those that change nothing as a mere new date, the others in commits. */
export class ResultWriter {
  readonly #knex: Knex;
  readonly #commits: CommitRunner;
  readonly #results: ResultOptions;
  #changed: Waiting[] = [];
  #unchanged: Waiting[] = [];
  #writing: Promise<void> | undefined;

  constructor(options: {
    knex: Knex;
    commits: CommitRunner;
    results: ResultOptions;
  }) {
    this.#knex = options.knex;
    this.#commits = options.commits;
    this.#results = options.results;
  }

  /** Resolves once the commit is through that holds it. */
  writeChanged(result: ProcessedItem): Promise<void> {
    return this.#wait(this.#changed, result);
  }

  /** Resolves once it is written when the entity is due next. */
  writeUnchanged(result: ProcessedItem): Promise<void> {
    return this.#wait(this.#unchanged, result);
  }

  /** Resolves once nothing is being written any more. */
  async stop(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  #wait(list: Waiting[], result: ProcessedItem): Promise<void> {
    return new Promise((resolve, reject) => {
      list.push({ result, resolve, reject });
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#changed.length > 0 || this.#unchanged.length > 0) {
      await this.#gather();
      await this.#write(this.#changed, results => this.#commit(results));
      await this.#write(this.#unchanged, results => this.#touch(results));
    }
    this.#writing = undefined;
  }

  /** One commit for many results costs little more than for one. */
  async #gather(): Promise<void> {
    for (let turn = 0; turn < TURNS_TO_GATHER; turn++) {
      const before = this.#changed.length + this.#unchanged.length;
      if (before >= RESULTS_PER_COMMIT) return;
      await nextTurn();
      if (this.#changed.length + this.#unchanged.length === before) return;
    }
  }

  async #write(
    list: Waiting[],
    write: (results: ProcessedItem[]) => Promise<void>,
  ): Promise<void> {
    const waiting = list.splice(0, RESULTS_PER_COMMIT);
    if (waiting.length === 0) return;
    try {
      await write(waiting.map(({ result }) => result));
      waiting.forEach(({ resolve }) => resolve());
    } catch (error) {
      waiting.forEach(({ reject }) => reject(error));
    }
  }

  async #commit(results: ProcessedItem[]): Promise<void> {
    await this.#commits.commit(async context => {
      await commitResults({ context, results, ...this.#results });
    });
  }

  async #touch(results: ProcessedItem[]): Promise<void> {
    const nowMs = await this.#databaseNow();
    const { intervalMs } = this.#results;
    await writeDueChanges({
      tx: this.#knex,
      nowMs,
      changes: results.map(({ item, outcome }) => ({
        entityId: item.entityId,
        ...(outcome.ok
          ? {
              delayMs: intervalMs(),
              attempts: 0,
              expectedDueAt: item.dueAt,
            }
          : dueAfterFailure({ item, intervalMs: intervalMs() })),
      })),
    });
    await updateRows({
      tx: this.#knex,
      table: 'refresh_state',
      key: 'entity_id',
      columns: { entity_id: 'text', cache: 'text' },
      rows: results.flatMap(({ item, outcome }) => {
        const cache = nextCache({ before: item.state, outcome });
        return cache === undefined
          ? []
          : [{ entity_id: item.entityId, cache: JSON.stringify(cache) }];
      }),
    });
  }

  async #databaseNow(): Promise<number> {
    const [row] = await this.#knex.select(
      this.#knex.raw(`${databaseTimeMs(this.#knex)} as now_ms`),
    );
    return Number(row.now_ms);
  }
}
