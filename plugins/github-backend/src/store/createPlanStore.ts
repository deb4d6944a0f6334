import type { Knex } from 'knex';
import { lowerKey } from './lowerKey';
import type { PlanStore, StoredPlan } from './PlanStore';

/** See `PlanStore`. */
export function createPlanStore(options: { knex: Knex }): PlanStore {
  const { knex } = options;
  type Which = { host: string; organisation: string };
  const keysOf = ({ host, organisation }: Which) => ({
    host,
    organisation_key: lowerKey(organisation),
  });

  async function first(where: object) {
    const row = await knex('github_plans').where(where).first();
    if (!row) {
      return undefined;
    }
    const { organisation, plan } = JSON.parse(row.plan);
    const stored: StoredPlan = {
      host: row.host,
      organisation,
      plan,
      removals: JSON.parse(row.removals),
      ...(row.credential !== null && { credential: row.credential }),
    };
    return stored;
  }

  return {
    async of(which) {
      return await first(keysOf(which));
    },
    async byId(id) {
      return await first({ id });
    },
    async hold({ host, organisation, plan, removals, credential }) {
      const row = {
        id: plan.id,
        ...keysOf({ host, organisation }),
        plan: JSON.stringify({ organisation, plan }),
        removals: JSON.stringify(removals),
        credential: credential ?? null,
      };
      await knex('github_plans')
        .insert(row)
        .onConflict(['host', 'organisation_key'])
        .merge(row);
    },
    async clear({ id, ...which }) {
      await knex('github_plans')
        .where({ ...keysOf(which), ...(id !== undefined && { id }) })
        .delete();
    },
  };
}
