import type { Entity } from '@backstage/catalog-model';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { canonicalEntity } from './canonical';
import type { Side } from './Side';

/** Everything that a catalog knows, in a form that is equal where two catalogs agree. Each list is sorted. */
export type State = {
  /** By reference: the bodies, without what differs between any two catalogs. */
  entities: Record<string, unknown>;
  /** By reference: what is stored about entities, also about those that never succeeded. */
  refreshState: Record<
    string,
    { locationKey: string | null; errors: string[]; processed: boolean }
  >;
  /** `provider or entity -> entity`. */
  references: string[];
  /** `type:target = entity reference`. */
  locations: string[];
};

/** Reads the state of a catalog: entities by HTTP, the rest from the database. */
export async function dumpState(side: Side): Promise<State> {
  const { knex } = side;
  const { status, body } = await side.ask({ path: '/entities' });
  if (status !== 200) {
    throw new Error(`GET /entities answered ${status}`);
  }
  const entities = body as Entity[];
  const rows: {
    entity_ref: string;
    location_key: string | null;
    errors: string | null;
    processed_entity: string | null;
  }[] = await knex('refresh_state').select(
    'entity_ref',
    'location_key',
    'errors',
    'processed_entity',
  );
  const references: {
    source_key: string | null;
    source_entity_ref: string | null;
    target_entity_ref: string;
  }[] = await knex('refresh_state_references').select(
    'source_key',
    'source_entity_ref',
    'target_entity_ref',
  );
  const locations: {
    type: string;
    target: string;
    location_entity_ref: string;
  }[] = await knex('locations')
    .whereNot('type', 'bootstrap')
    .select('type', 'target', 'location_entity_ref');
  return {
    entities: Object.fromEntries(
      sorted(
        entities.map(entity => [
          stringifyEntityRef(entity),
          canonicalEntity(entity),
        ]),
      ),
    ),
    refreshState: Object.fromEntries(
      sorted(
        rows.map(row => [
          row.entity_ref,
          {
            locationKey: row.location_key,
            errors: (
              JSON.parse(row.errors || '[]') as {
                name: string;
                message: string;
              }[]
            ).map(({ name, message }) => `${name}: ${message}`),
            processed: row.processed_entity !== null,
          },
        ]),
      ),
    ),
    references: [
      // What is emitted twice has two rows in stock.
      ...new Set(
        references.map(
          row =>
            `${row.source_key ?? row.source_entity_ref} -> ${
              row.target_entity_ref
            }`,
        ),
      ),
    ].sort(),
    locations: locations
      .map(row => `${row.type}:${row.target} = ${row.location_entity_ref}`)
      .sort(),
  };
}

function sorted<T>(entries: [string, T][]): [string, T][] {
  return entries.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
}
