import type { Knex } from 'knex';
import { readState } from '../storage/readState';
import type { StateRow } from './CommitBatch';
import type { Deferred } from './Deferred';
import type { Ledger } from './Ledger';

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
  for (const deferred of entities) {
    sortIn({
      plan,
      deferred,
      row: knownRefs.has(deferred.entityRef)
        ? rows.get(deferred.entityRef)
        : undefined,
    });
  }
  return plan;
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
  for (const deferred of added) {
    sortIn({ plan, deferred, row: rows.get(deferred.entityRef) });
  }
  return plan;
}

function sortIn(options: {
  plan: MutationPlan;
  deferred: Deferred;
  row: StateRow | undefined;
}) {
  const { plan, deferred, row } = options;
  if (!row) {
    plan.add.push(deferred);
  } else if (row.locationKey !== deferred.locationKey) {
    plan.remove.push(deferred.entityRef);
    plan.add.push(deferred);
  } else if (row.unprocessedHash !== deferred.hash) {
    plan.change.push(deferred);
  }
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
