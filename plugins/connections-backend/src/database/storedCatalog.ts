import type { Knex } from 'knex';
import type { CatalogProbe } from '../inspection/InspectionContext';

const MOST = 500;

/** What a catalog's database says of it, for a doctor beside a portal that is stopped. `knex` is that of the plugin `catalog`. */
export function storedCatalog(options: { knex: Knex }): CatalogProbe {
  const { knex } = options;
  const failing = () =>
    knex('refresh_state')
      .whereNotNull('errors')
      .whereNotIn('errors', ['', '[]']);
  return {
    async counts() {
      const [{ entities }] = await knex('final_entities')
        .whereNotNull('final_entity')
        .count({ entities: '*' });
      const [{ broken }] = await failing().count({ broken: '*' });
      const rows: {
        entity_ref: string;
        errors: string;
        unprocessed_entity: string;
      }[] = await failing()
        .select('entity_ref', 'errors', 'unprocessed_entity')
        .orderBy('entity_ref')
        .limit(MOST);
      return {
        entities: Number(entities),
        failing: Number(broken),
        failures: rows.map(
          ({ entity_ref: ref, errors, unprocessed_entity: entity }) => ({
            ref,
            message: firstMessage(errors),
            ...locationOf(entity),
          }),
        ),
      };
    },
  };
}

/** Errors are kept as JSON: `[{name, message}]`. */
function firstMessage(errors: string): string {
  try {
    const [{ message }] = JSON.parse(errors);
    return String(message);
  } catch {
    return 'an error that cannot be read';
  }
}

/** Entities are kept as JSON, and say where they were read from. */
function locationOf(entity: string): { location?: string } {
  try {
    const { annotations } = JSON.parse(entity).metadata;
    const location: unknown = annotations['backstage.io/managed-by-location'];
    return typeof location === 'string'
      ? { location: location.replace(/^[a-z]+:(?=https?:)/, '') }
      : {};
  } catch {
    return {};
  }
}
