import type { Knex } from 'knex';
import { readState } from '../storage/readState';
import type { StateRow } from './CommitBatch';
import type { Deferred } from './Deferred';
import type { Ledger } from './Ledger';
import { withoutReordered } from './withoutReordered';

/** What a mutation comes to, compared with what is there. */
export type MutationPlan = {
  /** References that the provider no longer brings in, or brings in under another location key. */
  remove: string[];
  /** Entities that are new, or replace a removed one. */
  add: Deferred[];
  /** Entities whose content differs. */
  change: Deferred[];
};

/**
 * Compares a full mutation with what the provider brought in before. An entity that somebody else brought in counts as new: whether
 * it may be taken over is decided when it is placed.
 */
export async function planFullMutation(options: {
  knex: Knex;
  ledger: Ledger;
  providerName: string;
  entities: readonly Deferred[];
}): Promise<MutationPlan> {
  const { knex, ledger, providerName, entities } = options;
  const known = ledger.childrenOf(`provider:${providerName}`);
  const rows = await readStateInChunks({ knex, entityRefs: known });
  const wanted = new Set(entities.map(entity => entity.entityRef));
  const knownRefs = new Set(known);
  const plan: MutationPlan = {
    remove: known.filter(ref => !wanted.has(ref)),
    add: [],
    change: [],
  };
  return sortIn({
    knex,
    plan,
    entities: entities.map(deferred => ({
      deferred,
      row: knownRefs.has(deferred.entityRef)
        ? rows.get(deferred.entityRef)
        : undefined,
    })),
  });
}

/** Compares a delta mutation with what is there, whoever brought it in. */
export async function planDeltaMutation(options: {
  knex: Knex;
  ledger: Ledger;
  added: readonly Deferred[];
  removed: readonly string[];
}): Promise<MutationPlan> {
  const { knex, ledger, added, removed } = options;
  const plan: MutationPlan = { remove: [...removed], add: [], change: [] };
  const rows = await readStateInChunks({
    knex,
    entityRefs: added.map(d => d.entityRef).filter(ref => ledger.has(ref)),
  });
  return sortIn({
    knex,
    plan,
    entities: added.map(deferred => ({
      deferred,
      row: rows.get(deferred.entityRef),
    })),
  });
}

async function sortIn(options: {
  knex: Knex;
  plan: MutationPlan;
  entities: { deferred: Deferred; row: StateRow | undefined }[];
}): Promise<MutationPlan> {
  const { knex, plan, entities } = options;
  const candidates: { deferred: Deferred; row: StateRow }[] = [];
  for (const { deferred, row } of entities) {
    if (!row) {
      plan.add.push(deferred);
    } else if (row.locationKey !== deferred.locationKey) {
      plan.remove.push(deferred.entityRef);
      plan.add.push(deferred);
    } else if (row.unprocessedHash !== deferred.hash) {
      candidates.push({ deferred, row });
    }
  }
  plan.change.push(...(await withoutReordered({ knex, candidates })));
  return plan;
}

const CHUNK = 20_000;

async function readStateInChunks(options: {
  knex: Knex;
  entityRefs: readonly string[];
}): Promise<Map<string, StateRow>> {
  const { knex, entityRefs } = options;
  const rows = new Map<string, StateRow>();
  for (let i = 0; i < entityRefs.length; i += CHUNK) {
    const part = await readState({
      tx: knex,
      entityRefs: entityRefs.slice(i, i + CHUNK),
    });
    part.forEach((row, ref) => rows.set(ref, row));
  }
  return rows;
}
