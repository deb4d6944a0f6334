import type { Knex } from 'knex';
import { chunked } from './chunked';
import { lowerKey } from './lowerKey';

const KEPT_MS = 60 * 60 * 1000;

/** How long changes took from GitHub to the catalog, of the last hour. */
export interface LagSamples {
  /** In milliseconds each. Those that are older than an hour go. */
  add(options: {
    host: string;
    organisation: string;
    lagsMs: number[];
  }): Promise<void>;
  lastHour(options: { host: string; organisation: string }): Promise<number[]>;
}

/** See `LagSamples`. */
export function createLagSamples(options: {
  knex: Knex;
  now: () => Date;
}): LagSamples {
  const { knex, now } = options;
  return {
    async add({ host, organisation, lagsMs }) {
      const at = now().getTime();
      const of = { host, organisation_key: lowerKey(organisation) };
      for (const chunk of chunked(lagsMs, 100)) {
        await knex('github_lag_samples').insert(
          chunk.map(lag => ({ ...of, at, lag_ms: Math.round(lag) })),
        );
      }
      await knex('github_lag_samples')
        .where(of)
        .where('at', '<', at - KEPT_MS)
        .delete();
    },
    async lastHour({ host, organisation }) {
      const rows = await knex('github_lag_samples')
        .where({ host, organisation_key: lowerKey(organisation) })
        .where('at', '>=', now().getTime() - KEPT_MS)
        .select('lag_ms');
      return rows.map(row => Number(row.lag_ms));
    },
  };
}
