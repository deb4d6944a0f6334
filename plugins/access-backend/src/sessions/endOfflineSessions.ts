import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Revocations } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';

/** Of stock's auth plugin: who may get tokens without the browser, `auth.experimentalRefreshToken`. */
const TABLE = 'offline_sessions';
/** What a client gets a refresh token for, once its person has approved it, and who that was. */
const CODES = 'oidc_authorization_codes';
const APPROVALS = 'oauth_authorization_sessions';
const CODE_SECONDS = 10 * 60;
/** PostgreSQL rounds these columns to whole seconds, up too. */
const ROUNDED_SECONDS = 1;

/**
 * Removes refresh tokens that the portal itself has given to clients of people whose sessions were ended, and approvals that have yet to become one:
 * with either, a client would get a new token. Runs after each list of what was ended.
 */
export function endOfflineSessions(options: {
  revocations: Revocations;
  /** The database of the auth plugin. */
  knex: Knex;
  logger: LoggerService;
}): {
  /** Resolves when what the last list brought is done. */
  settled(): Promise<void>;
  stop(): void;
} {
  const { revocations, knex, logger } = options;
  const done = new Map<string, number>();
  let running = Promise.resolve();

  async function removeOf(person: { ref: string; until: number }) {
    const until = person.until + ROUNDED_SECONDS;
    // Approvals first: one may become a refresh token meanwhile.
    const approved = await knex(CODES)
      .join(APPROVALS, `${APPROVALS}.id`, `${CODES}.session_id`)
      .whereRaw('lower(??) = ?', [`${APPROVALS}.user_entity_ref`, person.ref])
      .select({ code: `${CODES}.code`, expires: `${CODES}.expires_at` });
    const codes = approved
      .filter(({ expires }) => secondsOf(expires) - CODE_SECONDS <= until)
      .map(({ code }) => code);
    await knex(CODES).whereIn('code', codes).delete();

    const rows = await knex(TABLE)
      .whereRaw('lower(user_entity_ref) = ?', [person.ref])
      .select('id', 'created_at');
    const ids = rows
      .filter(({ created_at: at }) => secondsOf(at) <= until)
      .map(({ id }) => id);
    await knex(TABLE).whereIn('id', ids).delete();
  }

  async function removeAll() {
    for (const [ref, until] of revocations.people()) {
      if (done.get(ref) === until) continue;
      await removeOf({ ref, until });
      done.set(ref, until);
    }
  }

  const stop = revocations.onLoad(() => {
    running = running
      .then(removeAll)
      .catch(error =>
        logger.warn(`Refresh tokens of clients could not be ended: ${error}`),
      );
  });
  return { settled: () => running, stop };
}

/** SQLite has times in UTC without saying so. */
function secondsOf(at: Date | string | number): number {
  const text =
    typeof at === 'string' && !/[zZ+]/.test(at)
      ? `${at.replace(' ', 'T')}Z`
      : at;
  return new Date(text).getTime() / 1000;
}
