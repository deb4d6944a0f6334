import type { Knex } from 'knex';
import { lowerKey } from '../../store/lowerKey';
import type { HeldPeople } from './HeldPeople';
import type { OrganisationKey } from './KnownOrganisation';

/** Removals that wait for an operator, at most one for each organisation. */
export interface HeldStore {
  all(): Promise<HeldPeople[]>;
  byId(options: { planId: string }): Promise<HeldPeople | undefined>;
  of(key: OrganisationKey): Promise<HeldPeople | undefined>;
  /** Replaces what the organisation had. */
  hold(held: HeldPeople): Promise<void>;
  release(key: OrganisationKey): Promise<void>;
}

export function createHeldStore(options: { knex: Knex }): HeldStore {
  const { knex } = options;
  const lower = ({ host, organisation }: OrganisationKey) => ({
    host,
    organisation: lowerKey(organisation),
  });
  const read = (row: { plan: string } | undefined): HeldPeople | undefined =>
    row && JSON.parse(row.plan);
  return {
    all: async () =>
      (await knex('people_held')).flatMap(row => read(row) ?? []),
    byId: async ({ planId }) =>
      read(await knex('people_held').where({ id: planId }).first()),
    of: async key => read(await knex('people_held').where(lower(key)).first()),
    async hold(held) {
      const values = { id: held.plan.id, plan: JSON.stringify(held) };
      await knex('people_held')
        .insert({ ...lower(held), ...values })
        .onConflict(['host', 'organisation'])
        .merge(values);
    },
    async release(key) {
      await knex('people_held').where(lower(key)).delete();
    },
  };
}
