import type { Knex } from 'knex';
import type { Side } from './Side';

/**
 * Gives the entities and locations of a settled stock catalog the identifiers that another catalog drew for the same ones. Stock keeps
 * nothing in memory, so from then on both have to answer alike even where order and cursors depend on identifiers.
 */
export async function adoptIds(options: { from: Side; to: Side }) {
  const { from, to } = options;
  if (to.engine !== 'stock') {
    throw new Error('Only stock can adopt identifiers');
  }
  const wanted = await readIds(from.knex);
  const current = await readIds(to.knex);
  await to.knex.transaction(async tx => {
    await deferForeignKeys(tx);
    for (const [ref, oldId] of current.entities) {
      const newId = wanted.entities.get(ref);
      if (!newId) {
        throw new Error(`${from.engine} has no entity ${ref}`);
      }
      await renameEntity(tx, oldId, newId);
    }
    for (const [location, oldId] of current.locations) {
      const newId = wanted.locations.get(location);
      if (!newId) {
        throw new Error(`${from.engine} has no location ${location}`);
      }
      await tx('locations').where({ id: oldId }).update({ id: newId });
    }
  });
}

/** The identifiers of entities by reference, and of locations by `type:target`. */
export async function readIds(knex: Knex) {
  const entities = await knex('refresh_state').select(
    'entity_ref',
    'entity_id',
  );
  const locations = await knex('locations').select('type', 'target', 'id');
  return {
    entities: new Map<string, string>(
      entities.map(row => [row.entity_ref, row.entity_id]),
    ),
    locations: new Map<string, string>(
      locations.map(row => [`${row.type}:${row.target}`, row.id]),
    ),
  };
}

async function deferForeignKeys(tx: Knex.Transaction) {
  if (tx.client.config.client === 'pg') {
    await tx.raw('SET LOCAL session_replication_role = replica');
  } else {
    await tx.raw('PRAGMA defer_foreign_keys = ON');
  }
}

async function renameEntity(
  tx: Knex.Transaction,
  oldId: string,
  newId: string,
) {
  const [row] = await tx('refresh_state').where({ entity_id: oldId });
  await tx('refresh_state')
    .where({ entity_id: oldId })
    .update({
      entity_id: newId,
      processed_entity: withId(row.processed_entity, newId),
    });
  const [final] = await tx('final_entities').where({ entity_id: oldId });
  if (final) {
    await tx('final_entities')
      .where({ entity_id: oldId })
      .update({
        entity_id: newId,
        final_entity: withId(final.final_entity, newId),
      });
  }
  await tx('search').where({ entity_id: oldId }).update({ entity_id: newId });
  await tx('search')
    .where({ entity_id: newId, key: 'metadata.uid' })
    .update({ value: newId, original_value: newId });
  await tx('relations')
    .where({ originating_entity_id: oldId })
    .update({ originating_entity_id: newId });
  await tx('refresh_keys')
    .where({ entity_id: oldId })
    .update({ entity_id: newId });
}

function withId(entity: string | null, uid: string): string | null {
  if (!entity) {
    return entity;
  }
  const parsed = JSON.parse(entity);
  parsed.metadata.uid = uid;
  return JSON.stringify(parsed);
}
