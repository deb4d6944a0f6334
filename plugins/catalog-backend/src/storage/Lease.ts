import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { databaseTimeMs } from './databaseTime';
import { dialectOf } from './dialect';

/** Another replica takes over this long after the holder was last heard of. */
export const LEASE_MS = 15_000;
/** The holder asks the database again after this time. */
const LEASE_RENEWAL_MS = 4_000;

/** Something that one replica at a time may do. A SQLite database has only one process, which always may. */
export class Lease {
  readonly #knex: Knex;
  readonly #name: string;
  readonly #holder = randomUUID();
  #renewAt = 0;

  constructor(options: { knex: Knex; name: string }) {
    this.#knex = options.knex;
    this.#name = options.name;
  }

  /** Takes the lease where it is free or has run out, and renews it where this replica has it. Resolves to whether it has it now. */
  async hold(): Promise<boolean> {
    if (dialectOf(this.#knex) === 'sqlite') return true;
    if (performance.now() < this.#renewAt) return true;
    const renewAt = performance.now() + LEASE_RENEWAL_MS;
    const now = databaseTimeMs(this.#knex);
    const { rows } = await this.#knex.raw(
      `INSERT INTO engine_leases (name, holder, expires_at) VALUES (?, ?, ${now} + ?)
       ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, expires_at = excluded.expires_at
       WHERE engine_leases.holder = excluded.holder OR engine_leases.expires_at < ${now}
       RETURNING holder`,
      [this.#name, this.#holder, LEASE_MS],
    );
    const isHeld = rows.length > 0;
    this.#renewAt = isHeld ? renewAt : 0;
    return isHeld;
  }

  /** Gives it back, so that another replica need not wait. */
  async release(): Promise<void> {
    if (dialectOf(this.#knex) === 'sqlite') return;
    this.#renewAt = 0;
    await this.#knex('engine_leases')
      .where({ name: this.#name, holder: this.#holder })
      .delete();
  }
}
