import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CommitContext, CommitRunner } from './CommitRunner';
import type { Deferred } from './Deferred';
import { placeUnprocessed } from './placeUnprocessed';
import type { MutationPlan } from './planMutation';
import { priorityOf } from './priorityOf';
import { readRows } from './readRows';
import { removeProvided } from './removeProvided';

/** A mutation that touches more entities is written in several commits, so that readers and other writers get their turn. */
const ENTITIES_PER_COMMIT = 2_000;

/** Writes a planned mutation. */
export async function applyMutation(options: {
  commits: CommitRunner;
  providerName: string;
  plan: MutationPlan;
  logger: LoggerService;
  /** Called after each commit. */
  onPart: () => void;
}): Promise<void> {
  const { commits, providerName, logger, onPart } = options;
  for (const plan of inParts(options.plan)) {
    await commits.commit(context =>
      writePart({ context, providerName, plan, logger }),
    );
    onPart();
  }
}

async function writePart(options: {
  context: CommitContext;
  providerName: string;
  plan: MutationPlan;
  logger: LoggerService;
}) {
  const { context, providerName, plan, logger } = options;
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
}

/** Everything about one reference stays in one part, and what is processed first is written first. */
function inParts(plan: MutationPlan): MutationPlan[] {
  const size = plan.remove.length + plan.add.length + plan.change.length;
  if (size <= ENTITIES_PER_COMMIT) return size > 0 ? [plan] : [];

  const replaced = new Set(plan.add.map(deferred => deferred.entityRef));
  const moved = new Set(plan.remove.filter(ref => replaced.has(ref)));
  const gone = plan.remove.filter(ref => !replaced.has(ref));
  const inOrder = (list: readonly Deferred[]) =>
    [...list].sort((a, b) => priorityOf(a.entityRef) - priorityOf(b.entityRef));
  return [
    ...chunks(gone).map(remove => ({ remove, add: [], change: [] })),
    ...chunks(inOrder(plan.add)).map(add => ({
      remove: add.map(d => d.entityRef).filter(ref => moved.has(ref)),
      add,
      change: [],
    })),
    ...chunks(inOrder(plan.change)).map(change => ({
      remove: [],
      add: [],
      change,
    })),
  ];
}

function chunks<T>(list: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < list.length; i += ENTITIES_PER_COMMIT) {
    parts.push(list.slice(i, i + ENTITIES_PER_COMMIT));
  }
  return parts;
}
