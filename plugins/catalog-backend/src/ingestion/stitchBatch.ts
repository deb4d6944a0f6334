import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { EntityIndex } from '../index/EntityIndex';
import { readProcessed } from '../storage/readState';
import type { CommitBatch } from './CommitBatch';
import { stitch, type FinalEntity } from './stitch';

/**
 * Up to so many entities are put together in the very commit that changed their relations, so that both sides of a relation show at
 * once. Above, they wait in `stitch_queue`, so that a group that ten thousand entities point at is not put together ten thousand times.
 */
export const INLINE_STITCH_LIMIT = 200;

export type StitchOutcome = {
  /** Final entities that differ from what is there. */
  finals: FinalEntity[];
  /** References left to a later commit. */
  later: string[];
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
    if (final.hash === hash) return;
    try {
      final.rows = index.prepare(final.entity);
    } catch (error) {
      // The version before stays, as in the stock catalog.
      logger.error(`Failed to stitch ${entityRef}, ${stringifyError(error)}`);
      return;
    }
    finals.push(final);
  };

  for (const write of batch.processed.values()) {
    if (!batch.view.has(write.entityRef)) continue;
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
  for (const entityRef of batch.toStitch) {
    const state = batch.view.get(entityRef);
    if (!state || batch.processed.has(state.entityId)) continue;
    // Nobody sees the others yet. They are put together when they have been processed.
    if (everything || index.get({ entityRef })) others.push(entityRef);
  }
  if (!everything && others.length > INLINE_STITCH_LIMIT) {
    return { finals, later: others };
  }
  for (const row of await readProcessed({ tx, entityRefs: others })) {
    add({
      entityId: row.entityId,
      entityRef: row.entityRef,
      processed: JSON.parse(row.processed),
      processedJson: row.processed,
      errors: batch.failures.get(row.entityId)?.errors ?? row.errors,
      hash: row.hash,
    });
  }
  return { finals, later: [] };
}
