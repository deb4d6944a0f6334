import type { SeenPerson } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';

const TABLE = 'access_people';
const TIMES = ['last_seen_seconds', 'last_issued_seconds', 'expires_seconds'];
/** SQLite takes so many values in a statement, and some more. */
const ROWS_AT_ONCE = 100;

/** Who had a token that was honoured, lately. */
export class PeopleTable {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async write(people: SeenPerson[]): Promise<void> {
    // In one order on all replicas: two statements that wait for each other's rows would deadlock.
    const sorted = [...people].sort((one, other) =>
      one.userEntityRef < other.userEntityRef ? -1 : 1,
    );
    for (let start = 0; start < sorted.length; start += ROWS_AT_ONCE) {
      await this.#knex(TABLE)
        .insert(
          sorted.slice(start, start + ROWS_AT_ONCE).map(person => ({
            user_entity_ref: person.userEntityRef,
            last_seen_seconds: person.lastSeenAt,
            last_issued_seconds: person.lastIssuedAt,
            expires_seconds: person.expiresAt,
          })),
        )
        .onConflict('user_entity_ref')
        .merge(
          // Replicas may have seen different tokens of one person.
          Object.fromEntries(
            TIMES.map(column => [
              column,
              this.#knex.raw(
                'case when excluded.?? > ??.?? then excluded.?? else ??.?? end',
                [column, TABLE, column, column, TABLE, column],
              ),
            ]),
          ),
        );
    }
  }

  /** Those whose last token may still be good, the latest first. */
  async list(): Promise<SeenPerson[]> {
    const rows = await this.#knex(TABLE)
      .select()
      .orderBy('last_seen_seconds', 'desc');
    return rows.map(row => ({
      userEntityRef: row.user_entity_ref,
      lastSeenAt: Number(row.last_seen_seconds),
      lastIssuedAt: Number(row.last_issued_seconds),
      expiresAt: Number(row.expires_seconds),
    }));
  }

  async find(options: {
    userEntityRef: string;
  }): Promise<SeenPerson | undefined> {
    return (await this.list()).find(
      ({ userEntityRef }) => userEntityRef === options.userEntityRef,
    );
  }

  async remove(options: { userEntityRef: string }): Promise<void> {
    await this.#knex(TABLE)
      .where({ user_entity_ref: options.userEntityRef })
      .delete();
  }

  /** Removes those whose last token has expired. `before` in seconds since 1970. */
  async prune(options: { before: number }): Promise<void> {
    await this.#knex(TABLE)
      .where('expires_seconds', '<', options.before)
      .delete();
  }
}
