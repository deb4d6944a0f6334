import type { RefreshStore } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { databaseTime } from './databaseTime';

const TABLE = 'access_refreshes';

/** Where replicas find out that another one refreshes the same session. */
export class RefreshTable implements RefreshStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async claim(options: { key: string; claimMs: number }) {
    const { key: id, claimMs } = options;
    const time = await this.#time();
    await this.#knex(TABLE).where('expires_at', '<', time).delete();
    const inserted = await this.#knex(TABLE)
      .insert({ id, sealed: null, expires_at: time + claimMs })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (inserted.length > 0) return { outcome: 'claimed' as const };
    const row = await this.#knex(TABLE).where({ id }).first('sealed');
    return row?.sealed
      ? { outcome: 'done' as const, sealed: row.sealed as string }
      : { outcome: 'busy' as const };
  }

  async finish(options: { key: string; sealed: string; keepMs: number }) {
    const { key: id, sealed, keepMs } = options;
    await this.#knex(TABLE)
      .insert({ id, sealed, expires_at: (await this.#time()) + keepMs })
      .onConflict('id')
      .merge();
  }

  async release(options: { key: string }) {
    await this.#knex(TABLE).where({ id: options.key }).delete();
  }

  #time() {
    return databaseTime({ knex: this.#knex, now: this.#now });
  }
}
