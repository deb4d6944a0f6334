import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CommitContext, CommitRunner } from './CommitRunner';
import { commitResults, type ResultOptions } from './commitResults';
import type { Deferred } from './Deferred';
import type { FirstResults, FirstRun } from './FirstRun';
import { placeUnprocessed } from './placeUnprocessed';
import type { MutationPlan } from './planMutation';
import { priorityOf } from './priorityOf';
import type { ProcessedItem } from './ProcessedItem';
import { readRows } from './readRows';
import { removeProvided } from './removeProvided';

/** A mutation that touches more entities is written in several commits, so that readers and other writers get their turn. */
const ENTITIES_PER_COMMIT = 1_000;

const NO_RESULTS: FirstResults = { results: new Map(), wereLate: false };

/** Writes a planned mutation. */
export async function applyMutation(options: {
  commits: CommitRunner;
  providerName: string;
  plan: MutationPlan;
  logger: LoggerService;
  /** Processes what is new before it is written, so that it is written once. */
  firstRun: FirstRun;
  results: ResultOptions;
  /** Called after each commit. */
  onPart: () => void;
}): Promise<void> {
  const { commits, providerName, logger, firstRun, results, onPart } = options;
  let writing: Promise<void> = Promise.resolve();
  let isQuick = true;
  for (const plan of inParts(options)) {
    const { results: firstResults, wereLate }: FirstResults = isQuick
      ? await firstRun.process({ deferred: plan.add })
      : NO_RESULTS;
    // Processors that take their time do so in the queue, where nobody waits for them.
    isQuick &&= !wereLate;
    // The next part is processed while the database takes this one.
    await writing;
    writing = commits
      .commit(context =>
        writePart({
          context,
          providerName,
          plan,
          logger,
          firstResults,
          results,
        }),
      )
      .then(onPart);
    // It is awaited above or below; until then a failure is nobody's surprise.
    writing.catch(() => {});
  }
  await writing;
}

async function writePart(options: {
  context: CommitContext;
  providerName: string;
  plan: MutationPlan;
  logger: LoggerService;
  firstResults: ReadonlyMap<Deferred, ProcessedItem>;
  results: ResultOptions;
}) {
  const { context, providerName, plan, logger, firstResults } = options;
  const { batch } = context;
  removeProvided({ batch, providerName, entityRefs: plan.remove });

  const placed = [...plan.add, ...plan.change];
  await readRows({ context, entityRefs: placed.map(d => d.entityRef) });
  for (const deferred of placed) {
    const { entityRef, locationKey } = deferred;
    const placement = placeUnprocessed({
      batch,
      deferred,
      parent: `provider:${providerName}`,
      newEntityId: firstResults.get(deferred)?.item.entityId,
    });
    if (placement.outcome === 'conflict') {
      const link = `provider:${providerName}` as const;
      const parents = batch.view.parentsOf(entityRef);
      if (parents.includes(link)) {
        batch.view.setParents(
          entityRef,
          parents.filter(parent => parent !== link),
        );
        batch.toStitch.add(entityRef);
      }
      batch.afterwards.push(() =>
        logger.warn(
          `Source ${providerName} detected conflicting entityRef ${entityRef} already referenced by ${
            placement.existingLocationKey
          } and now also ${locationKey ?? undefined}`,
        ),
      );
    }
  }
  // Those that turned out not to be new have another id, and are passed over there.
  await commitResults({
    context,
    results: [...firstResults.values()],
    ...options.results,
  });
}

/**
 * Everything about one reference stays in one part, and what is processed first is written first. What is new comes before what goes, so
 * that an end in the middle leaves too much rather than too little. Only names that others hold are taken last: what goes may free them.
 */
function inParts(options: {
  plan: MutationPlan;
  commits: CommitRunner;
}): MutationPlan[] {
  const { plan, commits } = options;
  const { ledger } = commits.memory;
  const size = plan.remove.length + plan.add.length + plan.change.length;
  if (size <= ENTITIES_PER_COMMIT) return size > 0 ? [plan] : [];

  const replaced = new Set(plan.add.map(deferred => deferred.entityRef));
  const moved = new Set(plan.remove.filter(ref => replaced.has(ref)));
  const gone = plan.remove.filter(ref => !replaced.has(ref));
  const inOrder = (list: readonly Deferred[]) =>
    [...list].sort((a, b) => priorityOf(a.entityRef) - priorityOf(b.entityRef));
  const additions = inOrder(plan.add);
  const isHeld = ({ entityRef }: Deferred) =>
    ledger.has(entityRef) && !moved.has(entityRef);
  const toAddition = (add: Deferred[]) => ({
    remove: add.map(d => d.entityRef).filter(ref => moved.has(ref)),
    add,
    change: [],
  });
  return [
    ...chunks(additions.filter(each => !isHeld(each))).map(toAddition),
    ...chunks(inOrder(plan.change)).map(change => ({
      remove: [],
      add: [],
      change,
    })),
    ...chunks(gone).map(remove => ({ remove, add: [], change: [] })),
    ...chunks(additions.filter(isHeld)).map(toAddition),
  ];
}

function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < list.length; i += ENTITIES_PER_COMMIT) {
    parts.push(list.slice(i, i + ENTITIES_PER_COMMIT));
  }
  return parts;
}
