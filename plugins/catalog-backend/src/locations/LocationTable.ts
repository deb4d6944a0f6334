import { randomUUID } from 'node:crypto';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { Knex } from 'knex';
import { chunk } from 'lodash';
import { dialectOf } from '../storage/dialect';
import { toUnavailable } from '../storage/toUnavailable';
import { applyLocationFilter } from './applyLocationFilter';
import { locationEntityRef } from './locationEntityRef';
import type { LocationRow } from './LocationRow';

/** Databases limit how many values a statement may have. */
const BATCH_SIZE = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Place = { type: string; target: string };

/** The table `locations`. Its methods throw `ServiceUnavailableError` while the database is away. */
export class LocationTable {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  list(): Promise<LocationRow[]> {
    return answer(() => rows(this.#knex).select());
  }

  count(): Promise<number> {
    return answer(async () => {
      const [{ count }] = await rows(this.#knex).count('*', { as: 'count' });
      return Number(count);
    });
  }

  /** A page in the order of ids, and how many rows match `query` on all pages. */
  async query(options: {
    limit?: number;
    afterId?: string;
    query?: FilterPredicate;
  }): Promise<{ items: LocationRow[]; totalItems: number }> {
    const { limit, afterId, query } = options;
    // PostgreSQL rejects comparing a UUID with what is none; SQLite orders it among them.
    if (
      afterId !== undefined &&
      !UUID.test(afterId) &&
      dialectOf(this.#knex) === 'postgres'
    ) {
      throw new InputError(`Malformed cursor, "${afterId}" is no ID`);
    }
    return answer(async () => {
      const matching = rows(this.#knex).where(where => {
        if (query !== undefined) applyLocationFilter({ where, query });
      });
      const page = matching.clone().orderBy('id', 'asc');
      if (afterId !== undefined) page.where('id', '>', afterId);
      if (limit !== undefined) page.limit(limit);
      const [items, [{ count }]] = await Promise.all([
        page.select(),
        matching.clone().count('*', { as: 'count' }),
      ]);
      return { items: items as LocationRow[], totalItems: Number(count) };
    });
  }

  /** Throws `NotFoundError` when there is none with this id. */
  async get(id: string): Promise<LocationRow> {
    const row = await answer(() => byId(this.#knex, id));
    if (!row) throw notFound(id);
    return row;
  }

  async find(place: Place): Promise<LocationRow | undefined> {
    return answer(() => rows(this.#knex).where(place).first());
  }

  /** Those of type `url` with one of these targets. */
  async findUrls(targets: Iterable<string>): Promise<LocationRow[]> {
    const found: LocationRow[] = [];
    for (const batch of chunk([...targets], BATCH_SIZE)) {
      found.push(
        ...(await answer(() =>
          rows(this.#knex).where({ type: 'url' }).whereIn('target', batch),
        )),
      );
    }
    return found;
  }

  /** Those of type `url` with all of these strings somewhere in their targets. */
  async findUrlsWith(parts: readonly string[]): Promise<LocationRow[]> {
    return answer(() => {
      const query = rows(this.#knex).where({ type: 'url' });
      for (const part of parts) query.where('target', 'like', `%${part}%`);
      return query.select();
    });
  }

  /** Adds a location unless it is there. */
  async insert(
    place: Place,
  ): Promise<{ outcome: 'added' | 'existed'; row: LocationRow }> {
    return answer(() =>
      this.#knex.transaction(async tx => {
        const existing = await rows(tx)
          .where({ type: place.type, target: place.target })
          .first();
        if (existing) return { outcome: 'existed' as const, row: existing };
        const row = newRow(place);
        await tx('locations').insert(row);
        return { outcome: 'added' as const, row };
      }),
    );
  }

  /** Adds those that are not there, and returns them. */
  async insertUrls(targets: Iterable<string>): Promise<LocationRow[]> {
    const added: LocationRow[] = [];
    for (const batch of chunk([...new Set(targets)], BATCH_SIZE)) {
      const existing = await this.findUrls(batch);
      const known = new Set(existing.map(({ target }) => target));
      const missing = batch
        .filter(target => !known.has(target))
        .map(target => newRow({ type: 'url', target }));
      if (missing.length > 0) {
        await answer(() => this.#knex('locations').insert(missing));
        added.push(...missing);
      }
    }
    return added;
  }

  /** Throws `ConflictError` when another one is at that place, `NotFoundError` when there is none with this id. */
  async update(id: string, place: Place): Promise<LocationRow> {
    const { type, target } = place;
    return answer(() =>
      this.#knex.transaction(async tx => {
        const row = await byId(tx, id);
        const other = await tx<LocationRow>('locations')
          .where({ type, target })
          .first();
        if (other && other.id !== row?.id) {
          throw new ConflictError(`Location ${type}:${target} already exists`);
        }
        if (!row) throw notFound(id);
        await tx('locations').where({ id: row.id }).update({ type, target });
        return { ...row, type, target };
      }),
    );
  }

  /** Returns what was there. Throws `NotFoundError` when there is none with this id. */
  async delete(id: string): Promise<LocationRow> {
    return answer(() =>
      this.#knex.transaction(async tx => {
        const row = await byId(tx, id);
        if (!row) throw notFound(id);
        await tx('locations').where({ id: row.id }).delete();
        return row;
      }),
    );
  }

  async deleteAll(ids: readonly string[]): Promise<void> {
    for (const batch of chunk(ids, BATCH_SIZE)) {
      await answer(() => this.#knex('locations').whereIn('id', batch).delete());
    }
  }
}

/** Very old databases hold a row of type `bootstrap` that is no location. */
function rows(knex: Knex) {
  return knex<LocationRow>('locations').whereNot({ type: 'bootstrap' });
}

async function byId(knex: Knex, id: string): Promise<LocationRow | undefined> {
  // PostgreSQL rejects comparing a UUID with what is none.
  if (!UUID.test(id)) return undefined;
  return knex<LocationRow>('locations').where({ id }).first();
}

function newRow(place: Place): LocationRow {
  const { type, target } = place;
  return {
    id: randomUUID(),
    type,
    target,
    location_entity_ref: locationEntityRef({ type, target }),
  };
}

function notFound(id: string): NotFoundError {
  return new NotFoundError(`Found no location with ID ${id}`);
}

/** Runs a statement. A database that is away becomes `ServiceUnavailableError`. */
async function answer<T>(run: () => PromiseLike<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw toUnavailable(error);
  }
}
