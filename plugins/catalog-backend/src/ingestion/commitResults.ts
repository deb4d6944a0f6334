import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CommitBatch, DueWrite, StateRow } from './CommitBatch';
import type { CommitContext } from './CommitRunner';
import { relationSources } from './LedgerView';
import { nextCache } from './nextCache';
import { placeUnprocessed } from './placeUnprocessed';
import type { DueItem, ProcessedItem } from './ProcessedItem';
import { readRows } from './readRows';
import { resultHashOf } from './resultHashOf';
import { targetKeyOf } from './targetKeyOf';

/** After so many failures in a row an entity that never succeeded gives its name free, and is tried more rarely. */
export const ATTEMPTS_BEFORE_QUARANTINE = 3;
/** How much more rarely. */
const QUARANTINE_FACTOR = 4;

/** Two locations that claim one entity. */
export type Conflict = {
  deferred: ProcessedItem['deferred'][number];
  existingLocationKey: string;
};

/** What became of a result. */
export type ResultOutcome =
  | 'written'
  /** The entity is gone, or changed while it was processed: the result says nothing about it any more. */
  | 'outdated'
  /** Somebody else has taken its name. */
  | 'conflict';

/** What the writing of results needs beside them. */
export type ResultOptions = {
  /** How long until an entity is processed again, drawn anew for each, in ms. */
  intervalMs: () => number;
  logger: LoggerService;
  onConflict: (conflict: Conflict) => void;
};

/** Puts the results of processing into the batch of a commit. */
export async function commitResults(
  options: {
    context: CommitContext;
    results: readonly ProcessedItem[];
  } & ResultOptions,
): Promise<Map<ProcessedItem, ResultOutcome>> {
  const { context, results, intervalMs, logger, onConflict } = options;
  const { batch } = context;
  await readRows({
    context,
    entityRefs: results.flatMap(({ item, deferred }) => [
      item.entityRef,
      ...deferred.map(d => d.entityRef),
    ]),
  });
  const outcomes = new Map<ProcessedItem, ResultOutcome>();
  for (const result of results) {
    const { item } = result;
    const row = batch.row(item.entityRef);
    if (!row || row.entityId !== item.entityId) {
      outcomes.set(result, 'outdated');
    } else if (row.unprocessedHash !== item.unprocessedHash) {
      batch.due.set(item.entityId, { delayMs: 0, attempts: 0 });
      outcomes.set(result, 'outdated');
    } else if (!result.outcome.ok) {
      writeFailure({ batch, result, row, delayMs: intervalMs() });
      writeCache({ batch, result });
      outcomes.set(result, 'written');
    } else if (row.locationKey && row.locationKey !== item.locationKey) {
      batch.due.set(item.entityId, { delayMs: intervalMs(), attempts: 0 });
      batch.afterwards.push(() =>
        logger.warn(
          `Processing of ${item.entityRef} failed: conflicting write of its result with location key '${item.locationKey}', it is held by '${row.locationKey}'`,
        ),
      );
      outcomes.set(result, 'conflict');
    } else {
      writeSuccess({ batch, result, row, delayMs: intervalMs(), onConflict });
      writeCache({ batch, result });
      outcomes.set(result, 'written');
    }
  }
  return outcomes;
}

/** Whether this failure is the one after which an entity is put aside; that has to be written though the error is the same as before. */
export function beginsQuarantine(result: ProcessedItem): boolean {
  return (
    !result.outcome.ok &&
    result.item.attempts + 1 === ATTEMPTS_BEFORE_QUARANTINE
  );
}

/** When an entity that failed is tried again. */
export function dueAfterFailure(options: {
  item: DueItem;
  intervalMs: number;
}): DueWrite {
  const attempts = options.item.attempts + 1;
  return {
    attempts,
    expectedDueAt: options.item.dueAt,
    delayMs:
      attempts > ATTEMPTS_BEFORE_QUARANTINE
        ? options.intervalMs * QUARANTINE_FACTOR
        : options.intervalMs,
  };
}

function writeFailure(options: {
  batch: CommitBatch;
  result: ProcessedItem;
  row: StateRow;
  delayMs: number;
}) {
  const { batch, result, row, delayMs } = options;
  const { entityId, entityRef } = result.item;
  batch.failures.set(entityId, {
    entityId,
    entityRef,
    errors: result.errors,
    resultHash: resultHashOf({ result, ledger: batch.view }),
  });
  const due = dueAfterFailure({ item: result.item, intervalMs: delayMs });
  batch.due.set(entityId, due);
  if (due.attempts >= ATTEMPTS_BEFORE_QUARANTINE && !row.processed) {
    batch.freed.add(entityId);
  }
  batch.toStitch.add(entityRef);
}

function writeSuccess(options: {
  batch: CommitBatch;
  result: ProcessedItem;
  row: StateRow;
  delayMs: number;
  onConflict: (conflict: Conflict) => void;
}) {
  const { batch, result, row, delayMs, onConflict } = options;
  const { item, outcome } = result;
  if (!outcome.ok) return;
  const { entityId, entityRef, locationKey } = item;
  const { view } = batch;
  const write = {
    entityId,
    entityRef,
    entity: outcome.completedEntity,
    json: result.json,
    // How things stand is known when the children are placed.
    resultHash: '',
    errors: result.errors,
    locationKey,
    draft: result.draft,
  };
  batch.processed.set(entityId, write);
  const wasProcessed = row.processed;
  row.processed = true;
  row.locationKey = locationKey;

  placeChildren({ batch, result, onConflict });
  write.resultHash = resultHashOf({ result, ledger: view });

  const state = view.get(entityRef)!;
  const { relations } = result;
  for (const source of relationSources({
    entityRef,
    before: state.relations,
    after: relations,
  })) {
    if (source !== entityRef) batch.toStitch.add(source);
  }
  view.set({ ...state, relations });

  const keys = new Set(outcome.refreshKeys.map(({ key }) => targetKeyOf(key)));
  // What was never processed has none that would have to go.
  if (keys.size > 0 || wasProcessed) {
    batch.refreshKeys.set(entityId, [...keys]);
  }
  batch.due.set(entityId, {
    delayMs,
    attempts: 0,
    expectedDueAt: item.dueAt,
  });
}

function writeCache(options: { batch: CommitBatch; result: ProcessedItem }) {
  const { batch, result } = options;
  const { entityId, state } = result.item;
  const cache = nextCache({ before: state, outcome: result.outcome });
  if (cache !== undefined) batch.caches.set(entityId, JSON.stringify(cache));
}

/** The entity becomes the one parent of what it brings in now, and none of what it brought in before. */
function placeChildren(options: {
  batch: CommitBatch;
  result: ProcessedItem;
  onConflict: (conflict: Conflict) => void;
}) {
  const { batch, result, onConflict } = options;
  const { view } = batch;
  const parent = `entity:${result.item.entityRef}` as const;
  const placed = new Set<string>();
  for (const deferred of result.deferred) {
    const placement = placeUnprocessed({ batch, deferred, parent });
    if (placement.outcome === 'placed') {
      placed.add(deferred.entityRef);
    } else {
      const { existingLocationKey } = placement;
      batch.afterwards.push(() =>
        onConflict({ deferred, existingLocationKey }),
      );
    }
  }
  for (const child of view.childrenOf(parent)) {
    if (placed.has(child)) continue;
    view.setParents(
      child,
      view.parentsOf(child).filter(link => link !== parent),
    );
    batch.toStitch.add(child);
  }
}
