import { TestDatabases } from '@backstage/backend-test-utils';
import { migrationSource } from '../database/migrations';
import { createSessionStore } from './createSessionStore';
import { PeopleTable } from './PeopleTable';
import { pruneSessions } from './pruneSessions';
import { RefreshTable } from './RefreshTable';
import { RevocationTable } from './RevocationTable';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const START = Date.parse('2026-11-26T10:00:00.500Z');
const START_SECONDS = Math.floor(START / 1000);
const HOUR_MS = 60 * 60_000;

async function open() {
  const knex = await databases.init('SQLITE_3');
  await knex.migrate.latest({ migrationSource });
  let time = START;
  const now = () => new Date(time);
  const revocations = new RevocationTable({ knex, now });
  const people = new PeopleTable({ knex });
  return {
    knex,
    now,
    revocations,
    people,
    refreshes: new RefreshTable({ knex, now }),
    store: createSessionStore({
      ...{ knex, revocations, now },
      readNow: async () => {},
    }),
    pass: (ms: number) => (time += ms),
    prune: () => pruneSessions({ knex, revocations, people, now }),
  };
}
const token = (id: string) => ({
  id,
  userEntityRef: 'user:default/olivia',
  issuedAt: START_SECONDS,
  expiresAt: START_SECONDS + 3_600,
});

it('ends what a person has, up to the latest token that was seen', async () => {
  const { revocations } = await open();
  const userEntityRef = 'user:default/olivia';
  await revocations.endPerson({ userEntityRef, reason: 'r', by: 'user:x/y' });
  expect((await revocations.read()).people.get(userEntityRef)).toBe(
    START_SECONDS,
  );
  await revocations.endPerson({
    ...{ userEntityRef, reason: 'r' },
    lastIssuedAt: START_SECONDS + 600,
  });
  expect((await revocations.read()).people.get(userEntityRef)).toBe(
    START_SECONDS + 600,
  );
});

it('shuts a person out until that is ended', async () => {
  const { revocations } = await open();
  const userEntityRef = 'user:default/olivia';
  await revocations.shutOut({ userEntityRef, reason: 'gone' });
  expect(await revocations.shutOutPeople()).toEqual([userEntityRef]);
  expect((await revocations.read()).people.get(userEntityRef)).toBe(Infinity);
  await revocations.endPerson({ userEntityRef, reason: 'back' });
  expect(await revocations.shutOutPeople()).toEqual([]);
});

it('ends the tokens of a session, and those that it is still given', async () => {
  const { store, revocations, knex } = await open();
  await store.addToken({ session: 'one', token: token('a') });
  await store.addToken({ session: 'one', token: token('a') });
  await store.addToken({ session: 'two', token: token('b') });
  await store.endSession({ session: 'one' });
  await store.addToken({ session: 'one', token: token('c') });
  expect([...(await revocations.read()).tokens].sort()).toEqual(['a', 'c']);
  expect(await store.isEnded({ session: 'one' })).toBe(true);
  expect(await store.isEnded({ session: 'two' })).toBe(false);
  const stored = JSON.stringify([
    await knex('access_session_tokens'),
    await knex('access_revocations'),
  ]);
  expect(stored).not.toMatch(/"(one|two)"/);
});

it('removes what has expired, and nothing before', async () => {
  const { store, revocations, people, pass, prune, knex } = await open();
  await store.addToken({ session: 'one', token: token('a') });
  await revocations.endToken({ ...token('b'), reason: 'r' });
  await revocations.endPerson({ userEntityRef: 'user:x/a', reason: 'r' });
  await people.write([
    {
      userEntityRef: 'user:x/a',
      lastSeenAt: START_SECONDS,
      lastIssuedAt: START_SECONDS,
      expiresAt: START_SECONDS + 3_600,
    },
  ]);
  pass(HOUR_MS - 1_000);
  await prune();
  expect(await people.list()).toHaveLength(1);
  expect(await knex('access_session_tokens')).toHaveLength(1);
  expect(await knex('access_revocations')).toHaveLength(2);
  pass(HOUR_MS);
  await prune();
  expect(await people.list()).toEqual([]);
  expect(await knex('access_session_tokens')).toEqual([]);
  expect(await knex('access_revocations')).toHaveLength(1);
  pass(25 * HOUR_MS);
  await prune();
  expect(await knex('access_revocations')).toEqual([]);
});

it('keeps the latest of what replicas saw of a person', async () => {
  const { people } = await open();
  const seen = (at: number) => ({
    userEntityRef: 'user:x/a',
    lastSeenAt: at,
    lastIssuedAt: at,
    expiresAt: at,
  });
  await people.write([seen(20)]);
  await people.write([seen(10)]);
  expect(await people.find({ userEntityRef: 'user:x/a' })).toEqual(seen(20));
  await people.write([seen(30)]);
  expect(await people.list()).toEqual([seen(30)]);
  expect(await people.find({ userEntityRef: 'user:x/b' })).toBeUndefined();
});

it('lets one replica refresh, and hands on what came of it for a while', async () => {
  const { refreshes, pass } = await open();
  const claim = () => refreshes.claim({ key: 'k', claimMs: 20_000 });
  expect(await claim()).toEqual({ outcome: 'claimed' });
  expect(await claim()).toEqual({ outcome: 'busy' });
  await refreshes.finish({ key: 'k', sealed: 'box', keepMs: 30_000 });
  expect(await claim()).toEqual({ outcome: 'done', sealed: 'box' });
  pass(30_001);
  expect(await claim()).toEqual({ outcome: 'claimed' });
  await refreshes.release({ key: 'k' });
  expect(await claim()).toEqual({ outcome: 'claimed' });
  // Its owner died.
  pass(20_001);
  expect(await claim()).toEqual({ outcome: 'claimed' });
});
