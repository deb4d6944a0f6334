import type { RevocationList } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { databaseTime } from './databaseTime';

/** No token is good for longer: 24 hours are the most that Backstage issues. A minute more for clocks. */
const LONGEST_TOKEN_MS = (24 * 60 + 1) * 60_000;
/** So long after the User entity has gone. A sign-in without it fails by itself. */
const GONE_KEPT_MS = 2 * LONGEST_TOKEN_MS;

const TABLE = 'access_revocations';

/** What ended, in the database. */
export class RevocationTable {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** All that is still of importance. */
  async read(): Promise<RevocationList> {
    const rows = await this.#knex(TABLE)
      .select('kind', 'subject', 'until_seconds')
      .whereIn('kind', ['person', 'token']);
    const people = new Map<string, number>();
    const tokens = new Set<string>();
    for (const { kind, subject, until_seconds: until } of rows) {
      if (kind === 'token') tokens.add(subject);
      else people.set(subject, until === null ? Infinity : Number(until));
    }
    return { people, tokens };
  }

  /** Ends what a person has open. Tokens that are issued from the next second on are good. */
  async endPerson(options: {
    userEntityRef: string;
    reason: string;
    by?: string;
    /** The latest token of the person that was seen, in seconds since 1970: the clock that issued it may be ahead. */
    lastIssuedAt?: number;
  }): Promise<void> {
    const { userEntityRef, reason, by, lastIssuedAt = 0 } = options;
    const time = await this.#time();
    await this.#put({
      kind: 'person',
      subject: userEntityRef,
      until_seconds: Math.max(Math.floor(time / 1000), lastIssuedAt),
      reason,
      by: by ?? null,
      revoked_at: time,
      expires_at: Math.max(time, lastIssuedAt * 1000) + LONGEST_TOKEN_MS,
    });
  }

  /** Refuses every token of a person, until `endPerson` puts an end to that. */
  async shutOut(options: {
    userEntityRef: string;
    reason: string;
  }): Promise<void> {
    const time = await this.#time();
    await this.#put({
      kind: 'person',
      subject: options.userEntityRef,
      until_seconds: null,
      reason: options.reason,
      revoked_at: time,
      expires_at: time + GONE_KEPT_MS,
    });
  }

  /** Whom `shutOut` has shut out. */
  async shutOutPeople(): Promise<string[]> {
    return this.#knex(TABLE)
      .where({ kind: 'person' })
      .whereNull('until_seconds')
      .pluck('subject');
  }

  async endToken(options: {
    id: string;
    /** Seconds since 1970. */
    expiresAt: number;
    reason: string;
    by?: string;
  }): Promise<void> {
    await this.#put({
      kind: 'token',
      subject: options.id,
      until_seconds: null,
      reason: options.reason,
      by: options.by ?? null,
      revoked_at: await this.#time(),
      expires_at: (options.expiresAt + 600) * 1000,
    });
  }

  /** Marks a browser's session, so that tokens which it is still given are ended too. */
  async endSession(options: { hash: string; reason: string }): Promise<void> {
    const time = await this.#time();
    await this.#put({
      kind: 'session',
      subject: options.hash,
      until_seconds: null,
      reason: options.reason,
      revoked_at: time,
      expires_at: time + LONGEST_TOKEN_MS,
    });
  }

  async isSessionEnded(options: { hash: string }): Promise<boolean> {
    return !!(await this.#knex(TABLE)
      .where({ id: `session:${options.hash}` })
      .first('id'));
  }

  /** Removes what has expired by itself. */
  async prune(): Promise<void> {
    await this.#knex(TABLE)
      .where('expires_at', '<', await this.#time())
      .delete();
  }

  #time() {
    return databaseTime({ knex: this.#knex, now: this.#now });
  }

  async #put(row: {
    kind: string;
    subject: string;
    [column: string]: unknown;
  }) {
    await this.#knex(TABLE)
      .insert({ by: null, ...row, id: `${row.kind}:${row.subject}` })
      .onConflict('id')
      .merge();
  }
}
