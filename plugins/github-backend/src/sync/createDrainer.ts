import { lowerKey } from '../store/lowerKey';
import { drainOwner } from './drainOwner';
import type { MirrorContext } from './MirrorContext';
import type { Timers } from './Timers';

/** Works off the queue of questions: at once where one comes, and again when one is due. One owner at a time, owners beside each other. */
export interface Drainer {
  /** Begins with an owner's questions, or goes on. Never throws. */
  wake(options: { host: string; owner: string }): void;
  /** Looks for what is due of all owners: after a start, and where another replica has left something. */
  wakeAll(): Promise<void>;
  /** Resolves when nothing is being worked on. */
  settled(): Promise<void>;
  stop(): void;
}

export function createDrainer(options: {
  context: MirrorContext;
  timers: Timers;
  /** Only a full run can tell. */
  suspect: (options: {
    host: string;
    owner: string;
    reason: string;
  }) => Promise<void>;
}): Drainer {
  const { context, timers, suspect } = options;
  const { store, logger, now } = context;
  const running = new Map<string, { again: boolean; done: Promise<void> }>();
  const waiting = new Map<string, () => void>();
  let isStopped = false;

  async function run(host: string, owner: string, key: string) {
    const mine = running.get(key)!;
    try {
      do {
        mine.again = false;
        await drainOwner({
          context,
          host,
          owner,
          suspect: reason => suspect({ host, owner, reason }),
        });
      } while (mine.again && !isStopped);
    } catch (error) {
      logger.error(
        `Questions about ${owner} at ${host} could not be worked off: ${error}`,
      );
    } finally {
      running.delete(key);
    }
    await sleepUntilDue(host, owner).catch(() => {});
  }

  async function sleepUntilDue(host: string, owner: string) {
    const owners = await store.hints.owners();
    const next = owners.find(
      each => each.host === host && each.owner === lowerKey(owner),
    );
    if (!next || isStopped) return;
    const key = keyOf({ host, owner });
    const ms = next.dueAt.getTime() - now().getTime();
    waiting.get(key)?.();
    waiting.set(
      key,
      timers.after({
        // What is due already is with another replica.
        ms: ms > 0 ? ms : 1_000,
        run: () => {
          waiting.delete(key);
          wake({ host, owner });
        },
      }),
    );
  }

  function wake({ host, owner }: { host: string; owner: string }) {
    if (isStopped) return;
    const key = keyOf({ host, owner });
    const current = running.get(key);
    if (current) {
      current.again = true;
      return;
    }
    const entry = { again: false, done: Promise.resolve() };
    running.set(key, entry);
    entry.done = run(host, owner, key);
  }

  return {
    wake,
    async wakeAll() {
      const at = now().getTime();
      for (const { host, owner, dueAt } of await store.hints.owners()) {
        if (dueAt.getTime() <= at) {
          wake({ host, owner });
        }
      }
    },
    async settled() {
      while (running.size > 0) {
        await Promise.all([...running.values()].map(({ done }) => done));
      }
    },
    stop() {
      isStopped = true;
      waiting.forEach(forget => forget());
      waiting.clear();
    },
  };
}

function keyOf({ host, owner }: { host: string; owner: string }) {
  return `${host}/${lowerKey(owner)}`;
}
