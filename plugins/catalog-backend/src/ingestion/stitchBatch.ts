import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EntityIndex } from '../index/EntityIndex';
import { readProcessed } from '../storage/readState';
import type { CommitBatch } from './CommitBatch';
import { stitch, type FinalEntity } from './stitch';

/**
 * Up to so many entities are put together in the very commit that changed their relations, so that both sides of a relation show at
 * once. Above, they wait in `stitch_queue` until nothing else is to be processed.
 */
const INLINE_STITCH_LIMIT = 200;
/** The same wait is for entities with more emitters of relations: else a group of 10,000 components would be put together with each. */
const INLINE_EMITTERS_LIMIT = 500;

export type StitchOutcome = {
  /** Final entities that differ from what is there. */
  finals: FinalEntity[];
  /** References left to a later commit. */
  later: string[];
  /** How many were put together and are as before. */
  unchanged: number;
};

/** Puts together the final entities that a commit changes. */
export async function stitchBatch(options: {
  tx: Knex;
  batch: CommitBatch;
  index: EntityIndex;
  logger: LoggerService;
  /** Do all of it in this commit, and do not trust the index about which entities there are. */
  everything?: boolean;
}): Promise<StitchOutcome> {
  const { tx, batch, index, logger, everything = false } = options;
  const finals: FinalEntity[] = [];
  let unchanged = 0;
  const add = (parts: {
    entityId: string;
    entityRef: string;
    processed: FinalEntity['entity'];
    processedJson: string;
    errors: string;
    hash: string | null | undefined;
  }) => {
    const { entityRef, hash, ...rest } = parts;
    const final = stitch({
      ...rest,
      entityRef,
      relations: batch.view.relationsOf(entityRef),
      isOrphan: batch.view.isOrphan(entityRef),
    });
    if (final.hash === hash) {
      unchanged++;
      return;
    }
    try {
      final.prepared = index.prepare(final.entity);
    } catch (error) {
      // The version before stays, as in the stock catalog.
      logger.error(`Failed to stitch ${entityRef}, ${stringifyError(error)}`);
      return;
    }
    finals.push(final);
  };

  for (const write of batch.processed.values()) {
    if (!batch.view.has(write.entityRef)) continue;
    if (write.draft && isStillTrue({ batch, entityRef: write.entityRef })) {
      finals.push(write.draft);
      continue;
    }
    add({
      entityId: write.entityId,
      entityRef: write.entityRef,
      processed: write.entity,
      processedJson: write.json,
      errors: write.errors,
      hash: index.get({ entityRef: write.entityRef })?.hash,
    });
  }

  const others: string[] = [];
  const later: string[] = [];
  for (const entityRef of batch.toStitch) {
    const state = batch.view.get(entityRef);
    if (!state || batch.processed.has(state.entityId)) continue;
    // Nobody sees the others yet. They are put together when they have been processed.
    if (everything) others.push(entityRef);
    else if (index.get({ entityRef })) {
      const isLarge =
        batch.view.countEmitters(entityRef) > INLINE_EMITTERS_LIMIT;
      (isLarge ? later : others).push(entityRef);
    }
  }
  if (!everything && others.length > INLINE_STITCH_LIMIT) {
    later.push(...others.splice(0));
  }
  for (const row of await readProcessed({ tx, entityRefs: others })) {
    // The row that is there may be one that this commit is about to replace.
    if (batch.view.get(row.entityRef)?.entityId !== row.entityId) continue;
    add({
      entityId: row.entityId,
      entityRef: row.entityRef,
      processed: JSON.parse(row.processed),
      processedJson: row.processed,
      errors: batch.failures.get(row.entityId)?.errors ?? row.errors,
      hash: row.hash,
    });
  }
  return { finals, later, unchanged };
}

/** Whether a draft, made without looking at others, is what the entity comes to. */
function isStillTrue(options: { batch: CommitBatch; entityRef: string }) {
  const { view } = options.batch;
  const { entityRef } = options;
  return !view.hasOtherEmitters(entityRef) && !view.isOrphan(entityRef);
}
