import { randomBytes, timingSafeEqual } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type {
  CreationStates,
  PendingCreation,
} from '@callboard/plugin-connections-backend';

interface StateFile {
  state: string;
  pending: PendingCreation;
}

/**
 * Keeps the state of an App that is created from a terminal in the data directory, so that a second command can end what the first began.
 * There is one at a time, in a file for its owner alone.
 */
export function fileStates(options: {
  file: string;
  now: () => Date;
}): CreationStates {
  const { file, now } = options;

  const begun = async (): Promise<StateFile | undefined> => {
    const text = await fs.readFile(file, 'utf8').catch(() => '');
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };
  const write = async (content: StateFile) => {
    await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await fs.rm(file, { force: true });
    await fs.writeFile(file, `${JSON.stringify(content, null, 2)}\n`, {
      mode: 0o600,
    });
  };

  return {
    async begin(pending) {
      const state = randomBytes(32).toString('base64url');
      await write({ state, pending });
      return state;
    },
    async take({ state }) {
      const found = await begun();
      if (!found || !isEqual(found.state, state)) {
        return { outcome: 'unknown' };
      }
      if (new Date(found.pending.expiresAt) <= now()) {
        return { outcome: 'expired' };
      }
      await fs.rm(file, { force: true });
      return { outcome: 'taken', pending: found.pending };
    },
    giveBack: write,
  };
}

function isEqual(a: string, b: string) {
  return (
    a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
  );
}
