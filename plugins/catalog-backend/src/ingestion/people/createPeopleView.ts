import type {
  InvalidPerson,
  PeopleInCatalog,
} from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import type { Ledger } from '../Ledger';
import { countPeople } from './countPeople';

const MOST_INVALID = 500;
const PROVIDER = 'provider:';

/** What there is of people, from the memory; which of them are invalid, from the database, where all replicas write it. */
export function createPeopleView(options: {
  knex: Knex;
  ledger: () => Ledger;
}): PeopleInCatalog {
  const { knex, ledger } = options;
  return {
    countOf: providerName => countPeople({ ledger: ledger(), providerName }),
    async invalid() {
      const rows: { entity_ref: string; errors: string }[] = await knex(
        'refresh_state',
      )
        .where(people =>
          people
            .where('entity_ref', 'like', 'user:%')
            .orWhere('entity_ref', 'like', 'group:%'),
        )
        .whereNotNull('errors')
        .whereNotIn('errors', ['', '[]'])
        .orderBy('entity_ref')
        .limit(MOST_INVALID)
        .select('entity_ref', 'errors');
      return rows.flatMap(({ entity_ref: entityRef, errors }) =>
        ledger()
          .parentsOf(entityRef)
          .filter(parent => parent.startsWith(PROVIDER))
          .map(
            (parent): InvalidPerson => ({
              providerName: parent.slice(PROVIDER.length),
              entityRef,
              message: firstMessage(errors),
            }),
          ),
      );
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
