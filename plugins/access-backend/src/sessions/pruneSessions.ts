import type { Knex } from 'knex';
import { BrowserTable } from './BrowserTable';
import { databaseTime } from './databaseTime';
import type { PeopleTable } from './PeopleTable';
import type { RevocationTable } from './RevocationTable';

/** Removes what is of no importance any more because the tokens have expired. */
export async function pruneSessions(options: {
  knex: Knex;
  revocations: RevocationTable;
  people: PeopleTable;
  now(): Date;
}): Promise<void> {
  const { knex, revocations, people, now } = options;
  const time = await databaseTime({ knex, now });
  await revocations.prune();
  await people.prune({ before: Math.floor(time / 1000) - 600 });
  await new BrowserTable({ knex, now }).prune();
}
