import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { VisibleEntity } from '../ingestion/CatalogMemory';
import type { NodeState, ParentLink } from '../ingestion/NodeState';
import { isOneOf } from './bulk';

type Row = {
  entity_id: string;
  entity_ref: string;
  relations: string | null;
  hash: string | null;
  final_entity: string | null;
};

/** What the catalog's memory holds of some rows. */
export type Records = { nodes: NodeState[]; finals: VisibleEntity[] };

/** Reads nodes and final entities by id; ids that do not exist are left out. Needs a transaction that sees one state. */
export async function readRecords(options: {
  tx: Knex;
  entityIds: readonly string[];
}): Promise<Records> {
  const { tx, entityIds } = options;
  const condition = isOneOf({
    tx,
    column: 'refresh_state.entity_id',
    values: entityIds,
  });
  const rows: Row[] = await selectRecords(tx).whereRaw(
    condition.sql,
    condition.bindings,
  );
  return toRecords({ tx, rows });
}

/**
 * Reads the whole catalog, page by page in the order of ids: the database needs to hold no more than a page for us, and neither
 * do we.
 */
export async function* readAllRecords(options: {
  tx: Knex;
  pageSize: number;
}): AsyncGenerator<Records> {
  const { tx, pageSize } = options;
  let after = '';
  for (;;) {
    const rows: Row[] = await selectRecords(tx)
      .where('refresh_state.entity_id', '>', after)
      .orderBy('refresh_state.entity_id')
      .limit(pageSize);
    if (rows.length === 0) return;
    yield await toRecords({ tx, rows });
    after = rows[rows.length - 1].entity_id;
  }
}

function selectRecords(tx: Knex) {
  return tx('refresh_state')
    .leftJoin(
      'final_entities',
      'final_entities.entity_id',
      'refresh_state.entity_id',
    )
    .leftJoin(
      'engine_entities',
      'engine_entities.entity_id',
      'refresh_state.entity_id',
    )
    .select(
      'refresh_state.entity_id',
      'refresh_state.entity_ref',
      'engine_entities.relations',
      'final_entities.hash',
      'final_entities.final_entity',
    );
}

async function toRecords(options: { tx: Knex; rows: Row[] }): Promise<Records> {
  const { tx, rows } = options;
  const parents = await readParents({
    tx,
    entityRefs: rows.map(row => row.entity_ref),
  });
  const finals: VisibleEntity[] = [];
  const nodes = rows.map((row): NodeState => {
    if (row.final_entity !== null && row.hash !== null) {
      finals.push({
        entityId: row.entity_id,
        entityRef: row.entity_ref,
        hash: row.hash,
        entity: JSON.parse(row.final_entity) as Entity,
      });
    }
    return {
      entityId: row.entity_id,
      entityRef: row.entity_ref,
      parents: parents.get(row.entity_ref) ?? [],
      relations: row.relations ? JSON.parse(row.relations) : [],
    };
  });
  return { nodes, finals };
}

async function readParents(options: {
  tx: Knex;
  entityRefs: readonly string[];
}): Promise<Map<string, ParentLink[]>> {
  const { tx, entityRefs } = options;
  const condition = isOneOf({
    tx,
    column: 'target_entity_ref',
    values: entityRefs,
  });
  const rows: {
    source_key: string | null;
    source_entity_ref: string | null;
    target_entity_ref: string;
  }[] = await tx('refresh_state_references')
    .select('source_key', 'source_entity_ref', 'target_entity_ref')
    .whereRaw(condition.sql, condition.bindings)
    .orderBy('id');
  const parents = new Map<string, ParentLink[]>();
  for (const row of rows) {
    const link: ParentLink =
      row.source_key !== null
        ? `provider:${row.source_key}`
        : `entity:${row.source_entity_ref}`;
    const links = parents.get(row.target_entity_ref);
    if (!links) parents.set(row.target_entity_ref, [link]);
    else if (!links.includes(link)) links.push(link);
  }
  return parents;
}
