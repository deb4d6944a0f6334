import type { LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import fs from 'node:fs';
import { isUnchanged, withCredential, withoutCredential } from './changeStored';
import { readStoredText, writeStoredText } from './readStoredText';
import type { StoredCredential } from './StoredCredential';
import type { StoredCredentials } from './StoredCredentials';
import { withFileLock } from './withFileLock';
import { ensureFolder, writeSafely } from './writeSafely';

/** `fs.watch` tells nothing on network drives, where replicas share a data directory. */
const POLL_MS = 2000;

/**
 * Opens the file of stored credentials (mode 0600), which need not be there; without `file` they are kept in memory. A damaged file is a
 * problem, and nothing is written over it.
 */
export function openStoredCredentials(options: {
  file?: string;
  logger: LoggerService;
  now: () => Date;
}): StoredCredentials {
  const { file, logger, now } = options;
  const listeners = new Set<() => void>();
  let list: StoredCredential[] = [];
  let seen: string | undefined;
  let problem: ReturnType<StoredCredentials['problem']>;
  let queue: Promise<unknown> = Promise.resolve();

  /** Whether anything differs from before. */
  function take(read: Loaded): boolean {
    const before = JSON.stringify([list, problem?.reason]);
    if (read.outcome === 'read') {
      list = read.credentials;
      problem = undefined;
    } else if (read.reason !== problem?.reason) {
      problem = { reason: read.reason, since: now().toISOString() };
      logger.warn(read.reason);
    }
    return JSON.stringify([list, problem?.reason]) !== before;
  }

  function reload() {
    if (!file) return;
    const state = stateOf(file);
    if (state === seen) return;
    seen = state;
    if (take(load(file))) listeners.forEach(listener => listener());
  }

  async function change(
    apply: (list: StoredCredential[]) => StoredCredential[],
  ): Promise<void> {
    if (!file) {
      const changed = apply(list);
      written(changed);
      list = changed;
      listeners.forEach(listener => listener());
      return;
    }
    await ensureFolder(file);
    await withFileLock(file, async () => {
      const current = load(file);
      if (current.outcome === 'damaged') {
        throw new ConflictError(`${current.reason} Nothing was changed.`);
      }
      await writeSafely({
        file,
        text: written(apply(current.credentials)),
      });
    });
    reload();
  }

  /** One change after the other. */
  function enqueue(run: () => Promise<void>): Promise<void> {
    const result = queue.then(run);
    queue = result.catch(() => undefined);
    return result;
  }

  reload();
  const timer = file ? setInterval(reload, POLL_MS) : undefined;
  timer?.unref();

  return {
    file,
    list: () => structuredClone(list),
    put: (credential, { expected } = {}) =>
      enqueue(() =>
        change(items => {
          if (
            expected &&
            !isUnchanged({ before: expected, after: items, like: credential })
          ) {
            throw new ConflictError(
              `The stored ${credential.kind}s for ${credential.host} were changed by somebody else meanwhile. Nothing was changed now; look at them, and try again.`,
            );
          }
          return withCredential(items, credential);
        }),
      ),
    remove: match =>
      enqueue(() => change(items => withoutCredential(items, match))),
    refresh: () => enqueue(async () => reload()),
    problem: () => problem && { ...problem },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      clearInterval(timer);
      listeners.clear();
    },
  };
}

/** The text for the file. Throws `InputError` for what could not be read again, and would damage all the rest. */
function written(credentials: StoredCredential[]): string {
  const text = writeStoredText(credentials);
  const read = readStoredText(text);
  if (read.outcome === 'damaged') {
    throw new InputError(
      `The credential cannot be stored: ${read.reason}. Nothing was changed.`,
    );
  }
  return text;
}

type Loaded = ReturnType<typeof readStoredText>;

function load(file: string): Loaded {
  let text: string;
  try {
    text = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? { outcome: 'read', credentials: [] }
      : {
          outcome: 'damaged',
          reason: `${file} cannot be read (${code}); let the portal's user read and write it.`,
        };
  }
  const read = readStoredText(text);
  return read.outcome === 'read'
    ? read
    : {
        outcome: 'damaged',
        reason: `${file} is damaged: ${read.reason}. Mend it or restore it from a backup; to begin anew, move it away.`,
      };
}

/** Changes whenever the file does, also by `chmod` and by a replacement of the same size within one tick of the file system's clock. */
function stateOf(file: string): string {
  try {
    const found = fs.statSync(file, { throwIfNoEntry: false, bigint: true });
    return found
      ? [found.mtimeNs, found.ctimeNs, found.size, found.ino].join()
      : 'none';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}
