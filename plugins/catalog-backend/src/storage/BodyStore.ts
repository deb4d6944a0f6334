import type { Knex } from 'knex';
import type { BodyReader, BodyVersion } from '../query/BodyReader';
import { isOneOf } from './bulk';
import { toUnavailable } from './toUnavailable';

type Cached = { hash: string; body: string };

/**
 * Serialised entities: the ones that were asked for last in memory, the others in the database. An entity counts with the length
 * of its JSON in characters.
 */
export class BodyStore implements BodyReader {
  readonly #knex: Knex;
  readonly #maxSize: number;
  /** By entity id; a Map keeps the order in which keys were set, so the first is the one that was longest unused. */
  readonly #cached = new Map<string, Cached>();
  #size = 0;

  /** `maxSize` in characters. */
  constructor(options: { knex: Knex; maxSize: number }) {
    this.#knex = options.knex;
    this.#maxSize = options.maxSize;
  }

  async read(
    versions: readonly BodyVersion[],
  ): Promise<(string | undefined)[]> {
    const bodies = new Array<string | undefined>(versions.length);
    const missing: number[] = [];
    versions.forEach(({ entityId, hash }, i) => {
      const cached = this.#cached.get(entityId);
      if (cached?.hash === hash) {
        // Last used comes last.
        this.#cached.delete(entityId);
        this.#cached.set(entityId, cached);
        bodies[i] = cached.body;
      } else {
        missing.push(i);
      }
    });
    if (missing.length === 0) return bodies;

    const stored = await this.#readStored(missing.map(i => versions[i]));
    for (const i of missing) {
      const { entityId, hash } = versions[i];
      const found = stored.get(entityId);
      if (found?.hash === hash) {
        bodies[i] = found.body;
        this.put({ entityId, ...found });
      }
    }
    return bodies;
  }

  /** Keeps the newest body of an entity, and lets go of what was not used for longest. */
  put(entry: { entityId: string; hash: string; body: string }): void {
    const { entityId, hash, body } = entry;
    this.drop(entityId);
    if (body.length > this.#maxSize) return;
    this.#cached.set(entityId, { hash, body });
    this.#size += body.length;
    for (const [oldest, cached] of this.#cached) {
      if (this.#size <= this.#maxSize) break;
      this.#cached.delete(oldest);
      this.#size -= cached.body.length;
    }
  }

  drop(entityId: string): void {
    const cached = this.#cached.get(entityId);
    if (cached) {
      this.#cached.delete(entityId);
      this.#size -= cached.body.length;
    }
  }

  async #readStored(
    versions: readonly BodyVersion[],
  ): Promise<Map<string, Cached>> {
    const condition = isOneOf({
      tx: this.#knex,
      column: 'entity_id',
      values: versions.map(version => version.entityId),
    });
    try {
      const rows = await this.#knex('final_entities')
        .select('entity_id', 'hash', 'final_entity')
        .whereNotNull('final_entity')
        .whereRaw(condition.sql, condition.bindings);
      return new Map(
        rows.map(row => [
          row.entity_id,
          { hash: row.hash, body: row.final_entity },
        ]),
      );
    } catch (error) {
      throw toUnavailable(error);
    }
  }
}
