import { createHash } from 'node:crypto';
import type {
  SessionKey,
  SessionStore,
  UserToken,
} from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { databaseNow } from './databaseTime';

const TABLE = 'access_browsers';
const TOKENS = 'access_session_tokens';
/** Between a redirect and the first refresh. */
const REDIRECTED_MS = 10 * 60_000;
/** What is under way when somebody signs in anew may still end. */
const REPLACED_MS = 60_000;
const SESSIONS_AT_ONCE = 100;

export type SessionToken = Pick<UserToken, 'id' | 'expiresAt'>;

/** Sessions of browsers that are open, and the tokens that they were given. What is not here is over. */
export class BrowserTable {
  readonly #knex: Knex;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; now(): Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async begin(options: Parameters<SessionStore['begin']>[0]): Promise<void> {
    await this.#inTransaction(table => table.#begin(options));
  }

  async #begin(options: Parameters<SessionStore['begin']>[0]): Promise<void> {
    const { cookieMs, isRedirected, previous, provider, tokens } = options;
    const session = hashOf(options);
    const [token] = tokens;
    await this.#knex(TABLE).insert({
      session,
      user_entity_ref: token?.userEntityRef ?? null,
      signed_in_seconds:
        token?.issuedAt ?? this.#knex.raw('? / 1000', [this.#time()]),
      expires_at: this.#in(isRedirected ? REDIRECTED_MS : cookieMs),
      cookie_expires_at: this.#in(cookieMs),
    });
    await this.addTokens(options);
    if (!previous) return;
    const replaced = hashOf({ session: previous, provider });
    await this.#knex(TOKENS).where({ session: replaced }).update({ session });
    await this.#knex(TABLE)
      .where({ session: replaced })
      .andWhere('expires_at', '>', this.#in(REPLACED_MS))
      .update({ expires_at: this.#in(REPLACED_MS) });
  }

  async isOpen(key: SessionKey): Promise<boolean> {
    return !!(await this.#knex(TABLE)
      .where({ session: hashOf(key) })
      .andWhere('expires_at', '>', this.#time())
      .first('session'));
  }

  async addTokens(options: SessionKey & { tokens: UserToken[] }) {
    const { tokens } = options;
    if (tokens.length === 0) return;
    await this.#knex(TOKENS)
      .insert(
        tokens.map(({ id, expiresAt }) => ({
          token_id: id,
          session: hashOf(options),
          expires_at: expiresAt * 1000,
        })),
      )
      .onConflict(['token_id', 'session'])
      .ignore();
  }

  /**
   * Adds tokens to an open session and notes that it was used, and by whom. @returns false for one that is over, or whose person's sessions
   * were ended after the sign-in
   */
  async goOn(options: Parameters<SessionStore['goOn']>[0]): Promise<boolean> {
    return this.#inTransaction(async table => {
      // Whoever ends the session at this moment waits for its row and then finds the tokens, or `#use` finds no row.
      await table.addTokens(options);
      return table.#use(options);
    });
  }

  async #use(options: Parameters<SessionStore['goOn']>[0]): Promise<boolean> {
    const { cookieMs, tokens } = options;
    const [token] = tokens;
    const until =
      cookieMs === undefined
        ? this.#knex.ref('cookie_expires_at')
        : this.#in(cookieMs);
    const open = this.#knex(TABLE)
      .where({ session: hashOf(options) })
      .andWhere('expires_at', '>', this.#time());
    if (token) {
      // Of a session that begins with a redirect, nobody knew whose it is when that person's sessions were ended.
      open.whereNotExists(
        this.#knex('access_revocations')
          .where({ id: `person:${token.userEntityRef}` })
          .andWhere(ended =>
            ended
              .whereNull('until_seconds')
              .orWhere(
                'until_seconds',
                '>=',
                this.#knex.ref(`${TABLE}.signed_in_seconds`),
              ),
          )
          .select('id'),
      );
    }
    const used = await open.update({
      expires_at: until,
      cookie_expires_at: until,
      ...(token && { user_entity_ref: token.userEntityRef }),
    });
    return used > 0;
  }

  /** @returns the tokens that the session was given */
  async close(key: SessionKey): Promise<SessionToken[]> {
    const session = hashOf(key);
    await this.#knex(TABLE).where({ session }).delete();
    return this.#takeTokens([session]);
  }

  /** @returns the tokens that the person's sessions were given */
  async closeOf(options: { userEntityRef: string }): Promise<SessionToken[]> {
    const owned = { user_entity_ref: options.userEntityRef };
    const sessions = await this.#knex(TABLE).where(owned).pluck('session');
    await this.#knex(TABLE).where(owned).delete();
    const tokens: SessionToken[] = [];
    for (let start = 0; start < sessions.length; start += SESSIONS_AT_ONCE) {
      const some = sessions.slice(start, start + SESSIONS_AT_ONCE);
      tokens.push(...(await this.#takeTokens(some)));
    }
    return tokens;
  }

  /** Removes what has expired by itself. */
  async prune(): Promise<void> {
    for (const table of [TABLE, TOKENS]) {
      await this.#knex(table).where('expires_at', '<', this.#time()).delete();
    }
  }

  async #takeTokens(sessions: string[]): Promise<SessionToken[]> {
    const given = this.#knex(TOKENS).whereIn('session', sessions);
    const rows = await given.clone().select('token_id', 'expires_at');
    await given.delete();
    return rows.map(row => ({
      id: row.token_id,
      expiresAt: Math.ceil(Number(row.expires_at) / 1000),
    }));
  }

  /** In one transaction, since each commit waits for the disk. */
  #inTransaction<T>(change: (table: BrowserTable) => Promise<T>): Promise<T> {
    return this.#knex.transaction(knex =>
      change(new BrowserTable({ knex, now: this.#now })),
    );
  }

  #time() {
    return databaseNow({ knex: this.#knex, now: this.#now });
  }

  #in(ms: number) {
    return this.#knex.raw('? + ?', [this.#time(), Math.round(ms)]);
  }
}

/** The cookie is a secret of 256 random bits, so a plain hash of it reveals nothing. */
export function hashOf({ session, provider }: SessionKey): string {
  return createHash('sha256').update(`${session}\n${provider}`).digest('hex');
}
