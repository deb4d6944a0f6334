import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Knex } from 'knex';
import type {
  CreationStates,
  PendingCreation,
  TakenState,
} from './CreationStates';

const TABLE = 'connections_app_states';
/** For so long a state that has ended is told from one that never was. */
const KEPT_MS = 24 * 60 * 60 * 1000;

interface StateRow {
  state_hash: string;
  pending: string;
  expires_at: number | string;
}

/** States in the database of the plugin, so that every replica knows them. Only hashes are kept, and each is taken by one request alone. */
export function openCreationStates(options: {
  /** The plugin's database, with its tables. */
  knex: Knex;
  now: () => Date;
}): CreationStates {
  const { knex, now } = options;
  const insert = async (state: string, pending: PendingCreation) => {
    await knex<StateRow>(TABLE).insert({
      state_hash: hashOf(state),
      pending: JSON.stringify(pending),
      expires_at: new Date(pending.expiresAt).getTime(),
    });
  };

  return {
    async begin(pending) {
      await knex<StateRow>(TABLE)
        .where('expires_at', '<', now().getTime() - KEPT_MS)
        .delete();
      const state = randomBytes(32).toString('base64url');
      await insert(state, pending);
      return state;
    },

    async take({ state, person }): Promise<TakenState> {
      const hash = hashOf(state);
      const row = await knex<StateRow>(TABLE)
        .where({ state_hash: hash })
        .first();
      if (!row || !isEqual(row.state_hash, hash)) {
        return { outcome: 'unknown' };
      }
      const pending: PendingCreation = JSON.parse(row.pending);
      if (Number(row.expires_at) <= now().getTime()) {
        return { outcome: 'expired' };
      }
      if (pending.person !== person) {
        return { outcome: 'of-another-person' };
      }
      const deleted = await knex<StateRow>(TABLE)
        .where({ state_hash: hash })
        .delete();
      return deleted === 1
        ? { outcome: 'taken', pending }
        : { outcome: 'unknown' };
    },

    giveBack: ({ state, pending }) => insert(state, pending),
  };
}

function hashOf(state: string) {
  return createHash('sha256').update(state).digest('hex');
}

function isEqual(a: string, b: string) {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
