import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { migrationSource } from './migrations';

/** How far the watch is. Times are in ms since the epoch. */
export interface WatchState {
  counts?: string;
  scannedAt?: number;
  /** When everything that was there at the start had been seen. */
  settledAt?: number;
}

interface ArrivalRow {
  entity_ref: string;
  first_seen_at: number | string;
  is_baseline: boolean | number;
  gone_at: number | string | null;
}

const BATCH = 200;

/** Remembers when each entity was first seen. */
export class ArrivalStore {
  private constructor(private readonly knex: Knex) {}

  static async create(options: {
    database: DatabaseService;
  }): Promise<ArrivalStore> {
    const { database } = options;
    const knex = await database.getClient();
    if (!database.migrations?.skip)
      await knex.migrate.latest({ migrationSource });
    return new ArrivalStore(knex);
  }

  async readState(): Promise<WatchState> {
    const row = await this.knex('arrivals_watch').where({ id: 1 }).first();
    const time = (value: unknown) => (value ? Number(value) : undefined);
    return {
      counts: row?.counts ?? undefined,
      scannedAt: time(row?.scanned_at),
      settledAt: time(row?.settled_at),
    };
  }

  async writeState(state: WatchState): Promise<void> {
    await this.knex('arrivals_watch')
      .insert({
        id: 1,
        counts: state.counts ?? null,
        scanned_at: state.scannedAt ?? null,
        settled_at: state.settledAt ?? null,
      })
      .onConflict('id')
      .merge();
  }

  /** Every ref that has been seen, and whether it is gone. */
  async readKnown(): Promise<Map<string, { isGone: boolean }>> {
    const rows = await this.knex<ArrivalRow>('arrivals').select(
      'entity_ref',
      'gone_at',
    );
    return new Map(
      rows.map(row => [row.entity_ref, { isGone: row.gone_at !== null }]),
    );
  }

  /** All of one scan, or nothing. */
  async record(options: {
    added: string[];
    gone: string[];
    returned: string[];
    isBaseline: boolean;
    at: number;
    /** Refs gone for longer are forgotten. */
    forgetGoneBefore: number;
  }): Promise<void> {
    const { added, gone, returned, isBaseline, at, forgetGoneBefore } = options;
    await this.knex.transaction(async tx => {
      const rows = added.map(ref => ({
        entity_ref: ref,
        first_seen_at: at,
        is_baseline: isBaseline,
        gone_at: null,
      }));
      for (const batch of batches(rows))
        await tx('arrivals').insert(batch).onConflict('entity_ref').ignore();
      for (const batch of batches(gone))
        await tx('arrivals')
          .whereIn('entity_ref', batch)
          .update({ gone_at: at });
      for (const batch of batches(returned))
        await tx('arrivals')
          .whereIn('entity_ref', batch)
          .update({ gone_at: null });
      await tx('arrivals').where('gone_at', '<', forgetGoneBefore).delete();
    });
  }

  /** What came after the baseline and is still there, newest first. */
  async readNewest(options: {
    limit: number;
    offset: number;
  }): Promise<Array<{ entityRef: string; firstSeenAt: number }>> {
    const rows = await this.knex<ArrivalRow>('arrivals')
      .where('is_baseline', false)
      .whereNull('gone_at')
      .orderBy([
        { column: 'first_seen_at', order: 'desc' },
        { column: 'entity_ref', order: 'asc' },
      ])
      .limit(options.limit)
      .offset(options.offset)
      .select('entity_ref', 'first_seen_at');
    return rows.map(row => ({
      entityRef: row.entity_ref,
      firstSeenAt: Number(row.first_seen_at),
    }));
  }
}

function batches<T>(values: T[]): T[][] {
  return Array.from({ length: Math.ceil(values.length / BATCH) }, (_, index) =>
    values.slice(index * BATCH, (index + 1) * BATCH),
  );
}
