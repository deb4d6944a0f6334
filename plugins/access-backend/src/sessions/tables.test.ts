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

const key = (session: string, provider = 'test') => ({ session, provider });
const begin = (session: string, ...ids: string[]) => ({
  ...key(session),
  cookieMs: HOUR_MS,
  tokens: ids.map(id => token(id)),
  isRedirected: false,
});

it('takes no earlier end for a later one', async () => {
  const { revocations, knex } = await open();
  const userEntityRef = 'user:default/olivia';
  const end = (lastIssuedAt?: number) =>
    revocations.endPerson({ userEntityRef, reason: 'r', lastIssuedAt });
  await end(START_SECONDS + 600);
  const [{ expires_at: expiresAt }] = await knex('access_revocations');
  await end();
  expect((await revocations.read()).people.get(userEntityRef)).toBe(
    START_SECONDS + 600,
  );
  expect(await knex('access_revocations')).toMatchObject([
    { expires_at: expiresAt },
  ]);
});

it('ends the tokens of a session, and those that it is still given', async () => {
  const { store, revocations, knex } = await open();
  const add = (session: string, id: string) =>
    store.addTokens({ ...key(session), tokens: [token(id)] });
  await add('one', 'a');
  await add('one', 'a');
  await add('two', 'b');
  await store.endSession(key('one'));
  expect(await add('one', 'c')).toEqual({ outcome: 'ended' });
  expect(await add('two', 'd')).toEqual({ outcome: 'open' });
  expect(
    await store.addTokens({ ...key('one', 'other'), tokens: [token('e')] }),
  ).toEqual({ outcome: 'open' });
  expect([...(await revocations.read()).tokens].sort()).toEqual(['a', 'c']);
  const stored = JSON.stringify([
    await knex('access_session_tokens'),
    await knex('access_revocations'),
  ]);
  expect(stored).not.toMatch(/"(one|two)"/);
});

it('knows sessions that are open, until they are ended or not used for too long', async () => {
  const { store, revocations, pass, prune, knex } = await open();
  const goOn = (session: string, id: string) =>
    store.goOn({ ...key(session), tokens: [token(id)], cookieMs: HOUR_MS });
  await store.begin(begin('one', 'a'));
  await store.begin(begin('two', 'b'));
  expect(await store.isOpen(key('one'))).toBe(true);
  expect(await store.isOpen(key('one', 'other'))).toBe(false);
  expect(await store.isOpen(key('three'))).toBe(false);
  await store.endSession(key('one'));
  expect(await store.isOpen(key('one'))).toBe(false);
  expect(await goOn('one', 'c')).toEqual({ outcome: 'ended' });
  expect([...(await revocations.read()).tokens].sort()).toEqual(['a', 'c']);

  pass(HOUR_MS - 1_000);
  expect(await goOn('two', 'd')).toEqual({ outcome: 'open' });
  pass(HOUR_MS - 1_000);
  await prune();
  expect(await store.isOpen(key('two'))).toBe(true);
  pass(2_000);
  expect(await store.isOpen(key('two'))).toBe(false);
  await prune();
  expect(await knex('access_browsers')).toEqual([]);
});

it('closes the sessions of a person whose sessions are ended, or who is shut out', async () => {
  const { store, revocations } = await open();
  const userEntityRef = 'user:default/olivia';
  for (const end of ['endPerson', 'shutOut'] as const) {
    await store.begin(begin(end, `of ${end}`));
    await revocations[end]({ userEntityRef, reason: 'r' });
    expect(await store.isOpen(key(end))).toBe(false);
    // By name, since the clock of who issued it may be ahead.
    expect((await revocations.read()).tokens).toContain(`of ${end}`);
  }
});

it('does not know whose a session is that begins with a redirect, until its first use', async () => {
  const { store, revocations, pass } = await open();
  const redirected = (session: string) =>
    store.begin({ ...begin(session), isRedirected: true });
  const use = (session: string) =>
    store.goOn({ ...key(session), tokens: [token(session)] });
  await redirected('used');
  await redirected('left');
  await redirected('ended');
  expect(await use('used')).toEqual({ outcome: 'open' });
  await revocations.endPerson({
    userEntityRef: 'user:default/olivia',
    reason: 'r',
  });
  expect(await store.isOpen(key('used'))).toBe(false);
  expect(await use('ended')).toEqual({ outcome: 'ended' });

  pass(2_000);
  await redirected('after');
  expect(await use('after')).toEqual({ outcome: 'open' });
  pass(10 * 60_000);
  expect(await store.isOpen(key('left'))).toBe(false);
  expect(await store.isOpen(key('after'))).toBe(true);
});

it('lets a session lapse in whose place a browser begins another', async () => {
  const { store, revocations, pass } = await open();
  await store.begin(begin('old', 'a'));
  await store.begin({ ...begin('new', 'b'), previous: 'old' });
  pass(61_000);
  expect(await store.isOpen(key('old'))).toBe(false);
  await store.endSession(key('new'));
  expect([...(await revocations.read()).tokens].sort()).toEqual(['a', 'b']);
});

it('removes what has expired, and nothing before', async () => {
  const { store, revocations, people, pass, prune, knex } = await open();
  await store.addTokens({ ...key('one'), tokens: [token('a')] });
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
