import type { AccessContext } from '../AccessContext';
import { createSessionStore } from './createSessionStore';
import { keepReading } from './keepReading';
import { PeopleTable } from './PeopleTable';
import { pruneSessions } from './pruneSessions';
import { readSignInWithoutUser } from './readSignInWithoutUser';
import { repeat } from './repeat';
import { RevocationTable } from './RevocationTable';
import { LOOK_EVERY_MS, watchPeople } from './watchPeople';

const PRUNE_EVERY_MS = 10 * 60_000;

/** Connects the process to what the database has of sessions, until the plugin is shut down. */
export function startSessions(context: AccessContext) {
  const { config, knex, lifecycle, logger, now, sessions } = context;
  const revocations = new RevocationTable({ knex, now });
  const people = new PeopleTable({ knex });
  const reading = keepReading({
    revocations: sessions.revocations,
    table: revocations,
    logger,
  });
  sessions.connect(
    createSessionStore({
      ...{ knex, revocations, now },
      readNow: reading.readNow,
    }),
  );
  const watch = watchPeople({
    ...{ ...context, people, revocations },
    seen: sessions.seen,
    withoutUser: readSignInWithoutUser({ config }),
    monotonicMs: sessions.revocations.monotonicMs,
    readNow: reading.readNow,
  });
  const stops = [
    reading.stop,
    repeat({
      everyMs: LOOK_EVERY_MS,
      run: watch.look,
      logger,
      what: 'People who left could not be looked for',
    }),
    repeat({
      everyMs: PRUNE_EVERY_MS,
      run: () => pruneSessions({ knex, revocations, people, now }),
      logger,
      what: 'Expired sessions could not be removed',
    }),
  ];
  lifecycle.addShutdownHook(() => stops.forEach(stop => stop()));
  return { people, revocations, held: watch.held, readNow: reading.readNow };
}
