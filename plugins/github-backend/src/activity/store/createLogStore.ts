import { gunzip, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Knex } from 'knex';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

const TABLE = 'github_job_logs';
const MOST_PACKED = 5 * 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;

/** Logs of jobs that are over, which do not change. */
export interface LogStore {
  /** Only where the job is of this repository: who may see one must not be shown the log of another. */
  read(options: {
    host: string;
    repository: string;
    jobId: number;
  }): Promise<string | undefined>;
  /** Does nothing with one of more than 5 MB when packed: GitHub is asked each time. */
  write(options: {
    host: string;
    repository: string;
    jobId: number;
    log: string;
  }): Promise<void>;
}

/** See `LogStore`. The database has `activityMigration`. */
export function createLogStore(options: {
  knex: Knex;
  now: () => Date;
}): LogStore {
  const { knex, now } = options;
  return {
    async read({ host, repository, jobId }) {
      const which = { host, repository, job_id: jobId };
      const row = await knex(TABLE).where(which).first();
      if (!row) return undefined;
      const at = now().getTime();
      if (at - Number(row.used_at_ms) > DAY) {
        await knex(TABLE).where(which).update({ used_at_ms: at });
      }
      return (await unpack(row.packed)).toString('utf8');
    },
    async write({ host, repository, jobId, log }) {
      const packed = await pack(log);
      if (packed.length > MOST_PACKED) return;
      await knex(TABLE)
        .insert({
          ...{ host, repository, packed },
          job_id: jobId,
          bytes: packed.length,
          used_at_ms: now().getTime(),
        })
        .onConflict(['host', 'job_id'])
        .merge();
    },
  };
}
