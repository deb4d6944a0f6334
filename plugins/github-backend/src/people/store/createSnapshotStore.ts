import type { Knex } from 'knex';
import { chunked } from '../../store/chunked';
import { lowerKey } from '../../store/lowerKey';
import type { Person } from '../Person';
import type { Team } from '../Team';
import type {
  KnownOrganisation,
  OrganisationKey,
  Snapshot,
} from './KnownOrganisation';

const KEY = ['host', 'organisation', 'kind', 'node_id'];

/** What GitHub last showed of each organisation, in the database. */
export interface SnapshotStore {
  organisations(): Promise<KnownOrganisation[]>;
  organisation(key: OrganisationKey): Promise<KnownOrganisation | undefined>;
  snapshot(key: OrganisationKey): Promise<Snapshot>;
  /**
   * Keeps and drops rows, unless a question that was asked later has been answered meanwhile. `login` as GitHub spells it. With `readAt`
   * the read was complete, and earlier problems are over. `seesAll` is remembered where it is given.
   */
  write(
    options: OrganisationKey & {
      login: string;
      askedAt: Date;
      put: Snapshot;
      /** Node ids. */
      drop: { people: string[]; teams: string[] };
      readAt?: Date;
      seesAll?: boolean;
    },
  ): Promise<void>;
  /** Remembers a problem until the next complete read. */
  note(
    options: OrganisationKey & {
      login: string;
      problem: NonNullable<KnownOrganisation['problem']>;
    },
  ): Promise<void>;
  /** Drops all that is known of it. */
  forget(key: OrganisationKey): Promise<void>;
}

export function createSnapshotStore(options: { knex: Knex }): SnapshotStore {
  const { knex } = options;

  async function saveOrganisation(values: {
    using: Knex;
    key: OrganisationKey;
    login: string;
    more?: { read_at?: number; problem?: string | null; sees_all?: boolean };
  }) {
    const { using, key, login, more } = values;
    await using('people_organisations')
      .insert({ ...lower(key), login, ...more })
      .onConflict(['host', 'organisation'])
      .merge({ login, ...more });
  }

  return {
    organisations: async () =>
      (
        await knex('people_organisations').orderBy(['host', 'organisation'])
      ).map(toOrganisation),
    async organisation(key) {
      const row = await knex('people_organisations').where(lower(key)).first();
      return row && toOrganisation(row);
    },
    async snapshot(key) {
      const rows: { kind: string; data: string }[] = await knex('people_known')
        .where(lower(key))
        .select('kind', 'data');
      const of = <T>(kind: string) =>
        rows.flatMap(row =>
          row.kind === kind ? [JSON.parse(row.data)] : [],
        ) as T[];
      return {
        people: of<Person>('person').sort(by(({ login }) => login)),
        teams: of<Team>('team').sort(by(({ slug }) => slug)),
      };
    },
    async write({ login, askedAt, put, drop, readAt, seesAll, ...key }) {
      const base = { ...lower(key), asked_at: askedAt.getTime() };
      const rows = [
        ...put.people.map(each => ({ kind: 'person', each })),
        ...put.teams.map(each => ({ kind: 'team', each })),
      ].map(({ kind, each }) => ({
        ...base,
        kind,
        node_id: each.id,
        data: JSON.stringify(each),
      }));
      await knex.transaction(async trx => {
        for (const [kind, ids] of [
          ['person', drop.people],
          ['team', drop.teams],
        ] as const) {
          for (const some of chunked(ids)) {
            await trx('people_known')
              .where({ ...lower(key), kind })
              .whereIn('node_id', some)
              .where('asked_at', '<=', askedAt.getTime())
              .delete();
          }
        }
        for (const some of chunked(rows)) {
          await trx('people_known')
            .insert(some)
            .onConflict(KEY)
            .merge(['data', 'asked_at'])
            .where('people_known.asked_at', '<=', askedAt.getTime());
        }
        await saveOrganisation({
          ...{ using: trx, key, login },
          more: {
            ...(readAt && { read_at: readAt.getTime(), problem: null }),
            ...(seesAll !== undefined && { sees_all: seesAll }),
          },
        });
      });
    },
    async note({ login, problem, ...key }) {
      await saveOrganisation({
        ...{ using: knex, key, login },
        more: { problem: JSON.stringify(problem) },
      });
    },
    async forget(key) {
      for (const table of [
        'people_known',
        'people_organisations',
        'people_sources',
        'people_fingerprints',
      ]) {
        await knex(table).where(lower(key)).delete();
      }
    },
  };
}

function lower({ host, organisation }: OrganisationKey) {
  return { host, organisation: lowerKey(organisation) };
}

function toOrganisation(row: {
  host: string;
  login: string;
  read_at: number | string | null;
  sees_all: boolean | number | null;
  problem: string | null;
}): KnownOrganisation {
  return {
    host: row.host,
    login: row.login,
    // SQLite gives a number.
    seesAll: Boolean(row.sees_all),
    // PostgreSQL gives a bigint as text.
    ...(row.read_at !== null && { readAt: new Date(Number(row.read_at)) }),
    ...(row.problem && { problem: JSON.parse(row.problem) }),
  };
}

function by<T>(name: (item: T) => string) {
  return (a: T, b: T) =>
    name(a).toLowerCase() < name(b).toLowerCase() ? -1 : 1;
}
