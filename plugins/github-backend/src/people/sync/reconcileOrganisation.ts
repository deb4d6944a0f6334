import type { PeopleRead } from '../read/PeopleRead';
import type { Snapshot } from '../store/KnownOrganisation';
import { judgeRemovals } from './judgeRemovals';
import type { PeopleParts } from './PeopleParts';
import { readAll } from './readAll';
import { readAs } from './readAs';
import { readSettingsOf } from './readSettingsOf';
import { toHeld } from './toHeld';

/**
 * Reads an organisation and keeps what was read. Nobody goes after a read that is not complete; removals that look wrong are held as a
 * plan. What goes wrong is remembered as the organisation's problem, and what was known before stays. Never throws for GitHub's sake.
 */
export async function reconcileOrganisation(options: {
  parts: PeopleParts;
  host: string;
  organisation: string;
}): Promise<void> {
  const { parts, host, organisation } = options;
  const { store, logger, now } = parts;
  const key = { host, organisation };
  const readFrom = await readAs({ parts, key });
  const askedAt = now();
  let read: PeopleRead;
  try {
    read = await readAll({
      parts,
      settings: readSettingsOf({ sources: parts.settings.people, ...key }),
    });
  } catch (error) {
    const { message } = error as Error;
    const known = await store.known.organisation(key);
    logger.warn(
      `The people of ${organisation} (${host}) could not be read; those that are known stay: ${message}`,
    );
    await store.known.note({
      ...key,
      login: known?.login ?? organisation,
      problem: { at: now().toISOString(), message },
    });
    return;
  }

  const known = await store.known.snapshot(key);
  const put = changedBy({ read, known });
  if (!read.isComplete) {
    const message = `GitHub left out parts of the people of ${
      read.login
    }, so that nobody was removed: ${read.problems.join('; ')}`;
    logger.warn(message);
    const none = { people: [], teams: [] };
    await store.known.write({
      ...{ ...key, login: read.login, askedAt, put, drop: none },
    });
    await store.known.note({
      ...{ ...key, login: read.login },
      problem: { at: now().toISOString(), message },
    });
    return;
  }

  const { guard } = parts.settings;
  const sawAll = (await store.known.organisation(key))?.seesAll ?? false;
  const { replaced, gone, reason } = judgeRemovals({
    known,
    read,
    guard,
    sawAll,
  });
  if (reason) {
    const held = toHeld({
      ...{ ...key, gone, reason, isWhole: false, at: now() },
      of: known.people.length + known.teams.length,
      cause: read.seesAll
        ? undefined
        : `the token's account does not belong to ${read.login}, and sees only what is public`,
    });
    const before = await store.held.of(key);
    if (before?.plan.id !== held.plan.id) await store.held.hold(held);
    logger.warn(
      `Removals of people are held, because ${reason}; an operator may accept the plan ${held.plan.id}`,
    );
  } else {
    await store.held.release(key);
  }
  const dropped = reason ? { people: [], teams: [] } : gone;
  await store.known.write({
    ...{ ...key, login: read.login, askedAt, put, readAt: now() },
    // Not while removals are held, since the next run must hold them too.
    ...(!reason && { seesAll: read.seesAll }),
    drop: {
      people: [...replaced.people, ...dropped.people.map(({ id }) => id)],
      teams: [...replaced.teams, ...dropped.teams.map(({ id }) => id)],
    },
  });
  await store.fingerprints.setRead({ ...key, readAs: readFrom });
  if (read.problems.length > 0) {
    logger.warn(
      `The people of ${
        read.login
      } were read with problems: ${read.problems.join('; ')}`,
    );
  }
}

/** Who and what is new or different, so that a quiet run writes nothing. Of doubtful people only those that are new. */
function changedBy(options: { read: PeopleRead; known: Snapshot }): Snapshot {
  const { read, known } = options;
  const texts = new Map(
    [...known.people, ...known.teams].map(each => [
      each.id,
      JSON.stringify(each),
    ]),
  );
  const isChanged = (each: { id: string }) =>
    texts.get(each.id) !== JSON.stringify(each);
  return {
    people: read.people.filter(
      each =>
        isChanged(each) && !(read.doubtful.has(each.id) && texts.has(each.id)),
    ),
    teams: read.teams.filter(isChanged),
  };
}
