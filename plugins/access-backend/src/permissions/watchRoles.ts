import type { AccessContext } from '../AccessContext';
import { readSignInWithoutUser } from '../sessions/readSignInWithoutUser';
import { repeat } from '../sessions/repeat';
import { removeGoneMembers } from './removeGoneMembers';
import type { RoleStore } from './RoleStore';
import { warnOfAbsentAdmins } from './warnOfAbsentAdmins';

const EVERY_MS = 60_000;

/** Compares every minute who has a role with who is in the catalog, until the plugin is shut down. */
export function watchRoles(
  context: AccessContext & {
    store: RoleStore;
    /** Has the process decide by what the database has now. */
    refresh(): Promise<void>;
  },
): void {
  const { config, lifecycle, logger, sessions } = context;
  const about = {
    ...context,
    withoutUser: readSignInWithoutUser({ config }),
    monotonicMs: sessions.revocations.monotonicMs,
  };
  const stops = [
    repeat({
      everyMs: EVERY_MS,
      run: removeGoneMembers(about).look,
      logger,
      what: 'Users who left and have roles could not be looked for',
    }),
    repeat({
      everyMs: EVERY_MS,
      run: warnOfAbsentAdmins(about).look,
      logger,
      what: 'Administrators could not be looked for in the catalog',
    }),
  ];
  lifecycle.addShutdownHook(() => stops.forEach(stop => stop()));
}
