import type {
  AuditorService,
  AuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { findPresent } from '../sessions/findPresent';
import { hasUsers } from '../sessions/hasUsers';
import { judgeAbsence, type Sighting } from '../sessions/judgeAbsence';
import type { SignInWithoutUser } from '../sessions/readSignInWithoutUser';
import type { RoleStore } from './RoleStore';

/** A role that was taken has to be given again, so more time passes than before sessions are ended. */
const GONE_AFTER_MS = 10 * 60_000;

/**
 * Takes the roles that were given on the page from users who have left the catalog for ten minutes: whoever gets the same name later must not
 * get the roles with it. It spares them where a failed sync is more likely, as {@link judgeAbsence} does.
 */
export function removeGoneMembers(options: {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  store: RoleStore;
  withoutUser: SignInWithoutUser;
  monotonicMs(): number;
  /** Has the process decide by what the database has now. */
  refresh(): Promise<void>;
}): {
  /** One look at the catalog. Throws what catalog and database throw; nothing is taken then. */
  look(): Promise<void>;
} {
  const { auditor, auth, catalog, logger, store, withoutUser } = options;
  const sightings = new Map<string, Sighting>();
  let isHolding = false;

  async function look() {
    const given = (await store.list()).filter(({ member }) =>
      member.startsWith('user:'),
    );
    const people = [...new Set(given.map(({ member }) => member))];
    if (people.length === 0) return;
    const credentials = await auth.getOwnServiceCredentials();
    const present = await findPresent({ catalog, credentials, refs: people });
    const { gone, held } = judgeAbsence({
      ...{ people, present, sightings },
      mayBeWithout: () => withoutUser.anybody,
      catalogHasUsers:
        present.size > 0 || (await hasUsers({ catalog, credentials })),
      monotonicMs: options.monotonicMs(),
      seenGoneAfterMs: GONE_AFTER_MS,
    });
    if (held.length > 0 && !isHolding) {
      logger.warn(
        `${held.length} of ${people.length} users with a role given at /access/permissions are not in the catalog. That looks like a failed sync, so they keep their roles.`,
      );
    }
    isHolding = held.length > 0;
    const leaving = given.filter(({ member }) => gone.includes(member));
    for (const { role, member } of leaving) await take({ role, member });
    if (leaving.length > 0) await options.refresh();
  }

  async function take(about: { role: string; member: string }) {
    // Another replica may have been first; one record is enough.
    if (!(await store.remove(about))) return;
    const { role, member } = about;
    logger.warn(
      `${member} has left the catalog, and has lost the role ${role} that was given at /access/permissions`,
    );
    const event = await auditor.createEvent({
      eventId: 'role-remove',
      severityLevel: 'high',
      meta: { role, member, by: 'plugin:access' },
    });
    await event.success({
      meta: { reason: 'The User entity has left the catalog' },
    });
  }

  return { look };
}
