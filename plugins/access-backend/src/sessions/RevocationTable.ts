import type { RevocationList } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { BrowserTable, type SessionToken } from './BrowserTable';
import { databaseTime } from './databaseTime';

/** No token is good for longer: 24 hours are the most that Backstage issues. A minute more for clocks. */
const LONGEST_TOKEN_MS = (24 * 60 + 1) * 60_000;
/** So long after the User entity has gone. A sign-in without it fails by itself. */
const GONE_KEPT_MS = 2 * LONGEST_TOKEN_MS;

const TABLE = 'access_revocations';
const ROWS_AT_ONCE = 50;

/** What ended, in the database. */
export class RevocationTable {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #browsers: BrowserTable;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#browsers = new BrowserTable(options);
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

  /** Ends what a person has open, in browsers too. Tokens of a sign-in from the next second on are good. */
  async endPerson(options: {
    userEntityRef: string;
    reason: string;
    by?: string;
    /** The latest token of the person that was seen, in seconds since 1970: the clock that issued it may be ahead. */
    lastIssuedAt?: number;
  }): Promise<void> {
    const { userEntityRef, reason, by, lastIssuedAt = 0 } = options;
    const time = await this.#time();
    await this.#put(
      {
        kind: 'person',
        subject: userEntityRef,
        until_seconds: Math.max(Math.floor(time / 1000), lastIssuedAt),
        reason,
        by: by ?? null,
        revoked_at: time,
        expires_at: Math.max(time, lastIssuedAt * 1000) + LONGEST_TOKEN_MS,
      },
      // An earlier end may have seen a later token.
      { larger: ['until_seconds', 'expires_at'] },
    );
    await this.#closeBrowsers({ userEntityRef, reason });
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
    await this.#closeBrowsers(options);
  }

  /** Whom `shutOut` has shut out. */
  async shutOutPeople(): Promise<string[]> {
    return this.#knex(TABLE)
      .where({ kind: 'person' })
      .whereNull('until_seconds')
      .pluck('subject');
  }

  async endToken(options: SessionToken & { reason: string }): Promise<void> {
    await this.endTokens({ tokens: [options], reason: options.reason });
  }

  async endTokens(options: {
    tokens: SessionToken[];
    reason: string;
  }): Promise<void> {
    const { tokens, reason } = options;
    if (tokens.length === 0) return;
    const time = await this.#time();
    for (let start = 0; start < tokens.length; start += ROWS_AT_ONCE) {
      await this.#put(
        tokens.slice(start, start + ROWS_AT_ONCE).map(token => ({
          kind: 'token',
          subject: token.id,
          until_seconds: null,
          reason,
          revoked_at: time,
          expires_at: (token.expiresAt + 600) * 1000,
        })),
      );
    }
  }

  /** Marks a browser's session that no refresh cookie carries on, so that tokens which it is still given are ended too. */
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

  /** After the person is in the list: a session that is used meanwhile finds either that, or no row. */
  async #closeBrowsers(options: { userEntityRef: string; reason: string }) {
    const tokens = await this.#browsers.closeOf(options);
    // By name too: the clock of a replica that has just issued one may be ahead.
    await this.endTokens({ tokens, reason: options.reason });
  }

  #time() {
    return databaseTime({ knex: this.#knex, now: this.#now });
  }

  async #put(given: Row | Row[], options: { larger?: string[] } = {}) {
    const rows = [given].flat().map(row => ({
      by: null,
      ...row,
      id: `${row.kind}:${row.subject}`,
    }));
    await this.#knex(TABLE)
      .insert(rows)
      .onConflict('id')
      .merge({
        ...Object.fromEntries(
          Object.keys(rows[0]).map(column => [
            column,
            this.#knex.raw('excluded.??', [column]),
          ]),
        ),
        ...Object.fromEntries(
          (options.larger ?? []).map(column => [
            column,
            // Nothing stands for "all", which an end with a time replaces.
            this.#knex.raw(
              'case when ??.?? > excluded.?? then ??.?? else excluded.?? end',
              [TABLE, column, column, TABLE, column, column],
            ),
          ]),
        ),
      });
  }
}

interface Row {
  kind: string;
  subject: string;
  [column: string]: unknown;
}
