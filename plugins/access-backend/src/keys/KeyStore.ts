import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  ApiKey,
  IssuedKey,
  KeyScopes,
} from '@callboard/plugin-access-common';
import { makeKey, type StoredKey } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { toApiKey, toStoredKey, type KeyRow } from './KeyRow';

const HOUR_MS = 3_600_000;

/** The table of keys. All that changes a key throws `NotFoundError` where there is none of that id. */
export class KeyStore {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** All keys as they are checked. */
  async read(): Promise<StoredKey[]> {
    return (await this.#table()).map(toStoredKey);
  }

  /** All keys as people see them, newest first. */
  async list(): Promise<ApiKey[]> {
    const rows = await this.#table().orderBy([
      { column: 'created_at', order: 'desc' },
      { column: 'id' },
    ]);
    return rows.map(row => this.#shown(row));
  }

  async create(options: {
    name: string;
    owner?: string;
    scopes: KeyScopes;
    lifetimeHours: number;
    by: string;
  }): Promise<IssuedKey> {
    const { name, owner, scopes, lifetimeHours, by } = options;
    const { id, key, hash } = makeKey();
    const at = this.#now().getTime();
    const lifetime = lifetimeHours * HOUR_MS;
    await this.#table().insert({
      ...{ id, name, hash, lifetime },
      owner: owner ?? null,
      scopes: JSON.stringify(scopes),
      created_at: at,
      created_by: by,
      expires_at: at + lifetime,
    });
    return { apiKey: await this.#find(id), key };
  }

  /**
   * A new secret, good for as long as the first one was meant to be. The one before stays good for the overlap, and no longer than it was.
   * Throws `ConflictError` for a key that is no longer good, and where somebody else has just rotated it.
   */
  async rotate(options: {
    id: string;
    overlapHours: number;
  }): Promise<IssuedKey> {
    const { id, overlapHours } = options;
    const row = await this.#row(id);
    const { state } = this.#shown(row);
    if (state !== 'active') {
      throw new ConflictError(`The key ${id} is ${state}; make a new one`);
    }
    const { key, hash } = makeKey({ id });
    const at = this.#now().getTime();
    const changed = await this.#table()
      .where({ id, hash: row.hash })
      .whereNull('revoked_at')
      .update({
        hash,
        previous_hash: row.hash,
        previous_until: Math.min(
          // Whole milliseconds: PostgreSQL takes no others.
          at + Math.round(overlapHours * HOUR_MS),
          Number(row.expires_at),
        ),
        expires_at: at + Number(row.lifetime),
        rotated_at: at,
      });
    if (changed === 0) {
      throw new ConflictError(
        `The key ${id} has been rotated or revoked by somebody else just now`,
      );
    }
    return { apiKey: await this.#find(id), key };
  }

  /** At once, both secrets. A key that was revoked before stays as it is. */
  async revoke(options: { id: string; by: string }): Promise<ApiKey> {
    const { id, by } = options;
    await this.#table()
      .where({ id })
      .whereNull('revoked_at')
      .update({ revoked_at: this.#now().getTime(), revoked_by: by });
    return this.#find(id);
  }

  /** Keeps the latest use of each key, whichever replica saw it. */
  async keepUses(uses: { id: string; at: Date }[]): Promise<void> {
    for (const { id, at } of uses) {
      await this.#table()
        .where({ id })
        .andWhere(query =>
          query
            .whereNull('last_used_at')
            .orWhere('last_used_at', '<', at.getTime()),
        )
        .update({ last_used_at: at.getTime() });
    }
  }

  #table() {
    return this.#knex<KeyRow>('api_keys');
  }

  async #row(id: string): Promise<KeyRow> {
    const row = await this.#table().where({ id }).first();
    if (!row) throw new NotFoundError(`There is no key ${id}`);
    return row;
  }

  async #find(id: string): Promise<ApiKey> {
    return this.#shown(await this.#row(id));
  }

  #shown(row: KeyRow): ApiKey {
    return toApiKey({ row, now: this.#now() });
  }
}
