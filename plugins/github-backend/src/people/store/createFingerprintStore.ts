import type { Knex } from 'knex';
import { lowerKey } from '../../store/lowerKey';
import type { OrganisationKey } from './KnownOrganisation';

/** What was last told of an organisation. */
export interface ToldFingerprint {
  /** The last that could be told; undefined: none ever. */
  fingerprint?: string;
  /** When that was asked for; undefined where it could not be told the last time. */
  toldAt?: Date;
  /** Until when nothing newer is to be expected; undefined: nobody knows. */
  goodUntil?: Date;
  /** What was true of the last complete read; see `readAs`. */
  readAs?: string;
}

/** Fingerprints of people and teams, in the database, so that a restart asks no more than needed. */
export interface FingerprintStore {
  /** Undefined where nothing was ever told. */
  of(key: OrganisationKey): Promise<ToldFingerprint | undefined>;
  /** Without `fingerprint` the one before stays, to compare with, and counts as not told. */
  tell(
    options: OrganisationKey & {
      fingerprint?: string;
      at: Date;
      goodUntil?: Date;
    },
  ): Promise<void>;
  /** A read is complete; without `readAs` nothing vouches for what is known until the next one. */
  setRead(options: OrganisationKey & { readAs?: string }): Promise<void>;
}

export function createFingerprintStore(options: {
  knex: Knex;
}): FingerprintStore {
  const { knex } = options;
  const lower = ({ host, organisation }: OrganisationKey) => ({
    host,
    organisation: lowerKey(organisation),
  });
  const save = async (key: OrganisationKey, values: object) => {
    await knex('people_fingerprints')
      .insert({ ...lower(key), ...values })
      .onConflict(['host', 'organisation'])
      .merge(values);
  };
  return {
    async of(key) {
      const row = await knex('people_fingerprints').where(lower(key)).first();
      return (
        row && {
          ...(row.fingerprint && { fingerprint: row.fingerprint }),
          // PostgreSQL gives a bigint as text.
          ...(row.told_at !== null && {
            toldAt: new Date(Number(row.told_at)),
          }),
          ...(row.good_until !== null && {
            goodUntil: new Date(Number(row.good_until)),
          }),
          ...(row.read_as && { readAs: row.read_as }),
        }
      );
    },
    async tell({ fingerprint, at, goodUntil, ...key }) {
      await save(key, {
        ...(fingerprint && { fingerprint }),
        told_at: fingerprint ? at.getTime() : null,
        good_until: goodUntil?.getTime() ?? null,
      });
    },
    async setRead({ readAs, ...key }) {
      await save(key, { read_as: readAs ?? null });
    },
  };
}
