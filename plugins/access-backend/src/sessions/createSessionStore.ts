import { createHash } from 'node:crypto';
import type { SessionStore } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { RefreshTable } from './RefreshTable';
import type { RevocationTable } from './RevocationTable';

const TABLE = 'access_session_tokens';
const SIGNED_OUT = 'signed out';

/** What of sessions all replicas share, in the database. */
export function createSessionStore(options: {
  knex: Knex;
  revocations: RevocationTable;
  now(): Date;
  /** Reads the list of what has ended, so that a change holds here at once. */
  readNow(): Promise<void>;
}): SessionStore {
  const { knex, revocations, now, readNow } = options;
  return {
    refreshes: new RefreshTable({ knex, now }),

    async addToken({ session, token }) {
      const hash = hashOf(session);
      await knex(TABLE)
        .insert({
          token_id: token.id,
          session: hash,
          expires_at: token.expiresAt * 1000,
        })
        .onConflict(['token_id', 'session'])
        .ignore();
      // After the insertion: whoever ends the session at this moment either finds the token or is found here.
      if (await revocations.isSessionEnded({ hash })) {
        await revocations.endToken({ ...token, reason: SIGNED_OUT });
        await readNow();
      }
    },

    async endSession({ session }) {
      const hash = hashOf(session);
      await revocations.endSession({ hash, reason: SIGNED_OUT });
      const rows = await knex(TABLE)
        .where({ session: hash })
        .select('token_id', 'expires_at');
      for (const row of rows) {
        await revocations.endToken({
          id: row.token_id,
          expiresAt: Math.ceil(Number(row.expires_at) / 1000),
          reason: SIGNED_OUT,
        });
      }
      await knex(TABLE).where({ session: hash }).delete();
      await readNow();
    },

    isEnded: ({ session }) =>
      revocations.isSessionEnded({ hash: hashOf(session) }),
  };
}

/** The cookie is a secret of 256 random bits, so a plain hash of it reveals nothing. */
function hashOf(session: string) {
  return createHash('sha256').update(session).digest('hex');
}
