import type {
  LifecycleService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { RoleMembers } from '@callboard/plugin-access-node';
import type { RoleStore } from './RoleStore';

const EVERY_MS = 2_000;

/**
 * Hands what the database has to the process's {@link RoleMembers} every two seconds, so that a change reaches every replica. Resolves once
 * it has been read, or could not be.
 */
export async function followRoleMembers(options: {
  store: RoleStore;
  members: RoleMembers;
  lifecycle: LifecycleService;
  logger: LoggerService;
}): Promise<{
  /** Reads at once, after a change of one's own. Resolves when what it read, or something later, counts. */
  refresh(): Promise<void>;
}> {
  const { store, members, lifecycle, logger } = options;
  let isFailing = false;
  let isReading = false;
  let begun = 0;
  let applied = 0;

  async function refresh() {
    const mine = ++begun;
    const read = await store.list();
    // What began later has seen more. What began earlier still counts while nothing later has ended.
    if (mine < applied) return;
    applied = mine;
    members.fill(read);
  }

  async function follow() {
    // A slow database is not asked again before it has answered.
    if (isReading) return;
    isReading = true;
    try {
      await refresh();
      isFailing = false;
    } catch (error) {
      if (!isFailing) {
        logger.warn(
          'The roles could not be read from the database; the last ones count for 30 s',
          error as Error,
        );
      }
      isFailing = true;
    } finally {
      isReading = false;
    }
  }

  await follow();
  const timer = setInterval(follow, EVERY_MS).unref();
  lifecycle.addShutdownHook(() => clearInterval(timer));
  return { refresh };
}
