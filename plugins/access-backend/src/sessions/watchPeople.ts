import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { SeenPeople } from '@callboard/plugin-access-node';
import { findPresent } from './findPresent';
import { hasUsers } from './hasUsers';
import { judgeAbsence, type Sighting } from './judgeAbsence';
import type { PeopleTable } from './PeopleTable';
import type { SignInWithoutUser } from './readSignInWithoutUser';
import type { RevocationTable } from './RevocationTable';

export const LOOK_EVERY_MS = 3_000;
const WRITE_AGAIN_AFTER_SECONDS = 60;
const GONE = 'The User entity has left the catalog';
const BACK = 'The User entity is back in the catalog';

/** Looks at the catalog for the people who have a token, and shuts out those whose User entity has gone. */
export function watchPeople(options: {
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  people: PeopleTable;
  revocations: RevocationTable;
  seen: SeenPeople;
  withoutUser: SignInWithoutUser;
  now(): Date;
  monotonicMs(): number;
  readNow(): Promise<void>;
}): {
  /** One look. Throws what catalog and database throw; nobody is shut out then. */
  look(): Promise<void>;
  /** Who would have been shut out if it were not so many at once. */
  held(): string[];
} {
  const { auth, catalog, logger, people, revocations, withoutUser } = options;
  const sightings = new Map<string, Sighting>();
  const written = new Map<string, { seen: number; issued: number }>();
  let held: string[] = [];

  async function writeDown() {
    const fresh = options.seen.take().filter(person => {
      const last = written.get(person.userEntityRef);
      return (
        !last ||
        person.lastSeenAt - last.seen >= WRITE_AGAIN_AFTER_SECONDS ||
        person.lastIssuedAt > last.issued
      );
    });
    try {
      await people.write(fresh);
    } catch (error) {
      options.seen.putBack(fresh);
      throw error;
    }
    for (const { userEntityRef, lastSeenAt, lastIssuedAt } of fresh) {
      written.set(userEntityRef, { seen: lastSeenAt, issued: lastIssuedAt });
    }
  }

  async function look() {
    await writeDown();
    const known = await people.list();
    const out = new Set(await revocations.shutOutPeople());
    const issued = new Map(
      known.map(person => [person.userEntityRef, person.lastIssuedAt]),
    );
    const refs = [...issued.keys()];
    for (const ref of written.keys()) {
      if (!issued.has(ref)) written.delete(ref);
    }
    const asked = [...new Set([...refs, ...out])];
    if (asked.length === 0) return;

    const credentials = await auth.getOwnServiceCredentials();
    const present = await findPresent({ catalog, credentials, refs: asked });
    const back = [...out].filter(ref => present.has(ref));
    for (const userEntityRef of back) {
      await revocations.endPerson({
        userEntityRef,
        reason: BACK,
        lastIssuedAt: issued.get(userEntityRef),
      });
    }

    const judged = judgeAbsence({
      people: refs.filter(ref => !out.has(ref)),
      present,
      sightings,
      mayBeWithout: ref => withoutUser.anybody || ref === withoutUser.guest,
      catalogHasUsers:
        present.size > 0 || (await hasUsers({ catalog, credentials })),
      monotonicMs: options.monotonicMs(),
    });
    for (const userEntityRef of judged.gone) {
      logger.info(`${userEntityRef} has left the catalog; sessions are ended`);
      // Where people may sign in without an entity, they may do so again.
      await (withoutUser.anybody
        ? revocations.endPerson({ userEntityRef, reason: GONE })
        : revocations.shutOut({ userEntityRef, reason: GONE }));
      sightings.delete(userEntityRef);
    }
    if (judged.held.length > 0 && held.length === 0) {
      logger.warn(
        `The User entities of ${judged.held.length} of ${refs.length} people with a session have left the catalog at once. That looks like a failed sync, so their sessions go on; they own nothing until the entities are back. If they have left, end their sessions at /access.`,
      );
    }
    held = judged.held;
    if (back.length + judged.gone.length > 0) await options.readNow();
  }

  return { look, held: () => held };
}
