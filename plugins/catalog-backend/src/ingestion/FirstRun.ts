import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EntityProcessing } from '../processing/EntityProcessing';
import type { CommitRunner } from './CommitRunner';
import type { Deferred } from './Deferred';
import type { FinalRelation } from './LedgerView';
import type { RelationTriples } from './NodeState';
import { ProcessingSlots } from './ProcessingSlots';
import type { DueItem, ProcessedItem } from './ProcessedItem';
import type { ProcessingObserver } from './ProcessingLoop';
import { type FinalEntity, stitch } from './stitch';
import { toProcessedItem } from './toProcessedItem';

/** For so long a mutation waits for processors; what takes longer is processed afterwards, from the queue. */
const PATIENCE_MS = 1_000;

export type FirstResults = {
  results: ReadonlyMap<Deferred, ProcessedItem>;
  wereLate: boolean;
};

/**
 * Processes entities that are new before they are written for the first time. Most need nothing but the processor: they are written once,
 * with the result, rather than written, read back, processed and written again. Locations are left out, since they read from elsewhere.
 */
export class FirstRun {
  readonly #processing: EntityProcessing;
  readonly #commits: CommitRunner;
  readonly #observer: ProcessingObserver;
  readonly #isEnabled: () => boolean;
  /** Shared by all mutations, and by what is late of those before. */
  readonly #slots = new ProcessingSlots();

  constructor(options: {
    processing: EntityProcessing;
    commits: CommitRunner;
    observer: ProcessingObserver;
    /** Whether entities are processed at all at the moment. */
    isEnabled: () => boolean;
  }) {
    this.#processing = options.processing;
    this.#commits = options.commits;
    this.#observer = options.observer;
    this.#isEnabled = options.isEnabled;
  }

  /** The results that were there in time, and whether most were not. */
  async process(options: {
    deferred: readonly Deferred[];
  }): Promise<FirstResults> {
    const { deferred } = options;
    const results = new Map<Deferred, ProcessedItem>();
    const { ledger } = this.#commits.memory;
    const counts = new Map<string, number>();
    for (const { entityRef } of deferred) {
      counts.set(entityRef, (counts.get(entityRef) ?? 0) + 1);
    }
    const wanted = deferred.filter(
      ({ entityRef }) =>
        !entityRef.startsWith('location:') &&
        !ledger.has(entityRef) &&
        // Of several of one name only one will be there to be processed.
        counts.get(entityRef) === 1,
    );
    if (!this.#isEnabled() || wanted.length === 0 || this.#slots.isFull) {
      return { results, wereLate: false };
    }

    let isLate = false;
    const all = Promise.all(
      wanted.map(each =>
        this.#slots.run(async () => {
          if (isLate) return;
          await nextTurn();
          const result = await this.#processOne(each);
          if (!isLate) results.set(each, result);
        }),
      ),
    );
    await withPatience(all);
    isLate = true;
    return { results, wereLate: results.size * 2 < wanted.length };
  }

  /** The final entity, as long as nobody else emits relations of it. */
  #draft(result: ProcessedItem): FinalEntity | undefined {
    const { outcome, item } = result;
    if (!outcome.ok) return undefined;
    const draft = stitch({
      entityId: item.entityId,
      entityRef: item.entityRef,
      processed: outcome.completedEntity,
      processedJson: result.json,
      relations: ownRelations(result.relations),
      isOrphan: false,
      errors: result.errors,
    });
    try {
      draft.prepared = this.#commits.memory.index.prepare(draft.entity);
      return draft;
    } catch {
      // It cannot be found by its keys. The commit tells so.
      return undefined;
    }
  }

  async #processOne(deferred: Deferred): Promise<ProcessedItem> {
    const item: DueItem = {
      entityId: randomUUID(),
      entityRef: deferred.entityRef,
      // A copy: processors may change what they are given.
      unprocessedEntity: JSON.parse(deferred.json),
      unprocessedHash: deferred.hash,
      locationKey: deferred.locationKey,
      resultHash: '',
      state: undefined,
      attempts: 0,
      dueAt: Date.now(),
    };
    const done = this.#observer.onStart(item);
    const outcome = await this.#processing.process({
      entity: item.unprocessedEntity,
    });
    const result = toProcessedItem({ item, outcome });
    done(result, 'changed');
    return { ...result, draft: this.#draft(result) };
  }
}

/** The relations that an entity emits of itself. */
function ownRelations(triples: RelationTriples): FinalRelation[] {
  const own: FinalRelation[] = [];
  for (let i = 0; i < triples.length; i += 3) {
    if (triples[i] === '') {
      own.push({ type: triples[i + 1], targetRef: triples[i + 2] });
    }
  }
  return own;
}

/** Resolves when `work` does, or when patience is at an end. Time in which this process itself was busy counts as well. */
async function withPatience(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work,
    new Promise(resolve => {
      timer = setTimeout(resolve, PATIENCE_MS);
    }),
  ]);
  clearTimeout(timer);
}
