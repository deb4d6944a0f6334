import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type {
  CreationStates,
  PendingCreation,
} from '@callboard/plugin-connections-backend';

interface StateFile {
  /** SHA-256 of the state, as hex. */
  stateHash: string;
  pending: PendingCreation;
}

/**
 * Keeps the state of an App that is created from a terminal in the data directory, so that a second command can end what the first began.
 * There is one at a time, as a hash in a file for its owner alone. A state that has expired is removed, and the page that sends it with it.
 */
export function fileStates(options: {
  file: string;
  /** The page, which holds the state. */
  page: string;
  now: () => Date;
}): CreationStates {
  const { file, page, now } = options;

  const begun = async (): Promise<StateFile | undefined> => {
    const text = await fs.readFile(file, 'utf8').catch(() => '');
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  const write = async (state: string, pending: PendingCreation) => {
    const content: StateFile = { stateHash: hashOf(state), pending };
    await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await fs.rm(file, { force: true });
    await fs.writeFile(file, `${JSON.stringify(content, null, 2)}\n`, {
      mode: 0o600,
    });
  };

  return {
    async begin(pending) {
      const state = randomBytes(32).toString('base64url');
      await write(state, pending);
      return state;
    },
    async take({ state }) {
      const found = await begun();
      if (!found || !isEqual(found.stateHash, hashOf(state))) {
        return { outcome: 'unknown' };
      }
      await fs.rm(file, { force: true });
      if (new Date(found.pending.expiresAt) <= now()) {
        await fs.rm(page, { force: true });
        return { outcome: 'expired' };
      }
      return { outcome: 'taken', pending: found.pending };
    },
    giveBack: ({ state, pending }) => write(state, pending),
  };
}

function hashOf(state: string) {
  return createHash('sha256').update(state).digest('hex');
}

/** What a file says need not be a hash. */
function isEqual(a: unknown, b: string) {
  return (
    typeof a === 'string' &&
    a.length === b.length &&
    timingSafeEqual(Buffer.from(a), Buffer.from(b))
  );
}
