import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { openDatabase } from '../../database/openDatabase';
import { openCreationStates } from './openCreationStates';
import type { PendingCreation } from './CreationStates';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const START = Date.parse('2026-11-26T10:00:00Z');
const HOUR = 60 * 60 * 1000;

const pending: PendingCreation = {
  host: 'github.com',
  organization: 'acme',
  person: 'user:default/olivia',
  expiresAt: new Date(START + HOUR).toISOString(),
};

async function open() {
  const knex = await databases.init('SQLITE_3');
  const clock = { time: START };
  const now = () => new Date(clock.time);
  await openDatabase({
    database: mockServices.database.mock({ getClient: async () => knex }),
  });
  const states = openCreationStates({ knex, now });
  return { knex, clock, states, other: openCreationStates({ knex, now }) };
}

it('gives each state once, on any replica', async () => {
  const { states, other } = await open();
  const state = await states.begin(pending);
  expect(Buffer.from(state, 'base64url')).toHaveLength(32);
  const person = pending.person;
  const taken = await Promise.all([
    states.take({ state, person }),
    other.take({ state, person }),
    other.take({ state, person }),
  ]);
  expect(taken.filter(({ outcome }) => outcome === 'taken')).toEqual([
    { outcome: 'taken', pending },
  ]);
  expect(taken.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(2);
});

it('belongs to the person who began, and stays good when another tries it', async () => {
  const { states } = await open();
  const state = await states.begin(pending);
  expect(await states.take({ state, person: 'user:default/mel' })).toEqual({
    outcome: 'of-another-person',
  });
  expect(await states.take({ state, person: pending.person })).toEqual({
    outcome: 'taken',
    pending,
  });
});

it('is good for an hour', async () => {
  const { states, clock } = await open();
  const state = await states.begin(pending);
  clock.time = START + HOUR;
  const take = () => states.take({ state, person: pending.person });
  expect(await take()).toEqual({ outcome: 'expired' });
  clock.time -= 1;
  expect(await take()).toMatchObject({ outcome: 'taken' });
});

it('does not know what it has not given out', async () => {
  const { states } = await open();
  await states.begin(pending);
  expect(
    await states.take({ state: 'made-up', person: pending.person }),
  ).toEqual({ outcome: 'unknown' });
});

it('keeps hashes alone, and not for ever', async () => {
  const { states, knex, clock } = await open();
  const state = await states.begin(pending);
  expect(JSON.stringify(await knex('connections_app_states'))).not.toContain(
    state,
  );
  clock.time = START + 26 * HOUR;
  await states.begin({
    ...pending,
    expiresAt: new Date(clock.time + HOUR).toISOString(),
  });
  expect(await knex('connections_app_states')).toHaveLength(1);
});

it('takes one back that could not be used', async () => {
  const { states } = await open();
  const state = await states.begin(pending);
  const { person } = pending;
  await states.take({ state, person });
  await states.giveBack({ state, pending });
  expect(await states.take({ state, person })).toMatchObject({
    outcome: 'taken',
  });
});
