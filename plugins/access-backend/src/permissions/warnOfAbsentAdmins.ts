import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PolicyExplainers } from '@callboard/plugin-access-node';
import { findPresent } from '../sessions/findPresent';
import { hasUsers } from '../sessions/hasUsers';
import type { SignInWithoutUser } from '../sessions/readSignInWithoutUser';

const KEY = 'permission.callboard.admins';
/** A catalog that was just set up may still be filled. */
const ABSENT_FOR_MS = 10 * 60_000;

/** Warns once while none of the configured administrators has been in the catalog for ten minutes, though users are. */
export function warnOfAbsentAdmins(options: {
  auth: AuthService;
  catalog: CatalogService;
  explainers: PolicyExplainers;
  logger: LoggerService;
  withoutUser: SignInWithoutUser;
  monotonicMs(): number;
}): {
  /** One look at the catalog. Throws what the catalog throws. */
  look(): Promise<void>;
} {
  const { auth, catalog, explainers, logger, withoutUser } = options;
  let absentSince: number | undefined;
  let isWarned = false;

  async function areAbsent(admins: string[]): Promise<boolean> {
    if (admins.length === 0) return false;
    // Such a person administers without an entity.
    if (withoutUser.anybody && admins.some(ref => ref.startsWith('user:'))) {
      return false;
    }
    const credentials = await auth.getOwnServiceCredentials();
    const present = await findPresent({ catalog, credentials, refs: admins });
    return present.size === 0 && (await hasUsers({ catalog, credentials }));
  }

  async function look() {
    const admins = configuredAdmins(explainers);
    if (!(await areAbsent(admins))) {
      absentSince = undefined;
      isWarned = false;
      return;
    }
    const at = options.monotonicMs();
    absentSince ??= at;
    if (isWarned || at - absentSince < ABSENT_FOR_MS) return;
    isWarned = true;
    logger.warn(
      `None of the administrators in ${KEY} (CALLBOARD_ADMINS) is in the catalog: ${admins.join(
        ', ',
      )}. Whoever gets such a name later administers the portal. Correct the names, or take out those who have left.`,
    );
  }

  return { look };
}

function configuredAdmins(explainers: PolicyExplainers): string[] {
  const roles = explainers.current()?.roles() ?? [];
  return roles
    .flatMap(({ members }) => members)
    .filter(({ source }) => source.type === 'config' && source.key === KEY)
    .map(({ member }) => member);
}
