import type { SessionStore } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { BrowserTable, hashOf, type SessionToken } from './BrowserTable';
import { RefreshTable } from './RefreshTable';
import type { RevocationTable } from './RevocationTable';

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
  const browsers = new BrowserTable({ knex, now });

  async function end(tokens: SessionToken[]) {
    await revocations.endTokens({ tokens, reason: SIGNED_OUT });
    await readNow();
  }

  return {
    refreshes: new RefreshTable({ knex, now }),
    begin: browsers.begin.bind(browsers),
    isOpen: browsers.isOpen.bind(browsers),

    async goOn(given) {
      if (await browsers.goOn(given)) return { outcome: 'open' };
      await end(given.tokens);
      return { outcome: 'ended' };
    },

    async addTokens(given) {
      await browsers.addTokens(given);
      if (!(await revocations.isSessionEnded({ hash: hashOf(given) }))) {
        return { outcome: 'open' };
      }
      await end(given.tokens);
      return { outcome: 'ended' };
    },

    async endSession(key) {
      // The mark is for a session without a refresh cookie, which has no row that could go.
      await revocations.endSession({ hash: hashOf(key), reason: SIGNED_OUT });
      await end(await browsers.close(key));
    },
  };
}
