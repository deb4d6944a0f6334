import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';
import type { Knex } from 'knex';
import type { MirrorProbe } from '../inspection/InspectionContext';

/**
 * What the database of the plugin `github` says of its mirror, for a doctor beside a portal that is stopped: what the last runs left, and
 * what is held. When the next run is due and how late changes are only a running portal knows. `knex` is that of the plugin `github`.
 */
export function storedMirror(options: { knex: Knex }): MirrorProbe {
  const { knex } = options;
  return {
    async status() {
      if (!(await knex.schema.hasTable('github_organisations'))) {
        return { state: 'absent' };
      }
      const [organisations, rows, plans, people] = await Promise.all([
        knex('github_organisations').select(),
        knex('github_repositories')
          .groupBy('host', 'owner_key')
          .select('host', 'owner_key')
          .count({ known: '*' }),
        knex('github_plans').select('host', 'organisation_key', 'plan'),
        readPeople(knex),
      ]);
      const counts = rows as {
        host: string;
        owner_key: string;
        known: number;
      }[];
      const found = new Map<string, OrganisationStatus>();
      for (const row of organisations) {
        const key = keyOf(row.host, row.organisation_key);
        const known = counts.find(
          each => keyOf(each.host, each.owner_key) === key,
        );
        const plan = plans.find(
          each => keyOf(each.host, each.organisation_key) === key,
        );
        const repositories = Number(known?.known ?? 0);
        found.set(key, {
          ...nothingKnown(row.host, row.organisation),
          ...{ repositories, mirrored: repositories },
          ...(row.last_full_at && { lastFullAt: row.last_full_at }),
          ...(row.last_incremental_at && {
            lastIncrementalAt: row.last_incremental_at,
          }),
          ...(row.problem && { problem: JSON.parse(row.problem) }),
          ...(plan && { held: planOf(plan.plan) }),
        });
      }
      for (const { host, login, key, ...status } of people) {
        found.set(key, {
          ...(found.get(key) ?? nothingKnown(host, login)),
          ...status,
        });
      }
      return { state: 'known', organisations: [...found.values()] };
    },
  };
}

async function readPeople(knex: Knex) {
  if (!(await knex.schema.hasTable('people_organisations'))) return [];
  const [organisations, held] = await Promise.all([
    knex('people_organisations').select(),
    knex('people_held').select('host', 'organisation', 'plan'),
  ]);
  return organisations.map(row => {
    const { host, organisation, login } = row;
    const key = keyOf(host, organisation);
    const plan = held.find(each => keyOf(each.host, each.organisation) === key);
    return {
      ...{ host, login, key },
      ...(row.read_at !== null && {
        lastPeopleAt: new Date(Number(row.read_at)).toISOString(),
      }),
      ...(row.problem && { peopleProblem: JSON.parse(row.problem) }),
      ...(plan && { heldPeople: planOf(plan.plan) }),
    };
  });
}

function nothingKnown(host: string, organisation: string): OrganisationStatus {
  return {
    ...{ host, organisation },
    sources: [],
    repositories: 0,
    mirrored: 0,
    eventsInLastHour: 0,
    targetLagMs: 0,
    queued: 0,
  };
}

/** The plan, or what was kept together with it. */
function planOf(json: string): HeldPlan {
  const kept = JSON.parse(json);
  return kept.plan ?? kept;
}

function keyOf(host: string, organisation: string): string {
  return `${host}/${organisation}`.toLocaleLowerCase('en-US');
}
