import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Knex } from 'knex';

const TOKEN_BYTES = 32;
const GOOD_FOR_MS = 24 * 60 * 60_000;

/** Of the only row. */
const ID = 1;

interface Row {
  id: number;
  token_hash: string;
  /** PostgreSQL answers with text. */
  expires_at: string | number;
}

/** The link by which the first administrator is made. There is one at a time; the database has its hash only. */
export class AdministratorLinks {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** A new one, good once and for 24 hours. The one before is good no more. */
  async make(): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = new Date(this.#now().getTime() + GOOD_FOR_MS);
    await this.#knex<Row>('administrator_links')
      .insert({
        id: ID,
        token_hash: hashOf(token).toString('hex'),
        expires_at: expiresAt.getTime(),
      })
      .onConflict('id')
      .merge();
    return { token, expiresAt };
  }

  /** Uses it up. Of several who try at the same time one succeeds. */
  async use(token: string): Promise<'used' | 'invalid' | 'expired'> {
    const given = hashOf(token);
    const rows = await this.#knex<Row>('administrator_links');
    const row = rows.find(({ token_hash }) =>
      timingSafeEqual(Buffer.from(token_hash, 'hex'), given),
    );
    if (!row) return 'invalid';
    const { token_hash, expires_at } = row;
    const removed = await this.#knex<Row>('administrator_links')
      .where({ token_hash })
      .delete();
    if (removed === 0) return 'invalid';
    return Number(expires_at) > this.#now().getTime() ? 'used' : 'expired';
  }

  /** None is good any more. */
  async forget(): Promise<void> {
    await this.#knex<Row>('administrator_links').delete();
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
