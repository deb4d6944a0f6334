import fs from 'node:fs/promises';
import path from 'node:path';
import { temporaryFolder } from '../testing/runCallboard';
import { fileStates } from './fileStates';

const START = Date.parse('2026-11-26T10:00:00Z');
const HOUR = 60 * 60 * 1000;
const PENDING = {
  host: 'github.com',
  person: 'cli',
  expiresAt: new Date(START + HOUR).toISOString(),
};
const { person } = PENDING;

async function open() {
  const data = await temporaryFolder();
  const folder = path.join(data, 'connections');
  const file = path.join(folder, 'new-app.json');
  const page = path.join(folder, 'new-app.html');
  const clock = { time: START };
  const states = fileStates({ file, page, now: () => new Date(clock.time) });
  const state = await states.begin(PENDING);
  await fs.writeFile(page, state);
  return { folder, file, page, clock, states, state };
}

it('keeps a hash of the state, for the owner alone', async () => {
  const { file, state } = await open();
  expect(state).toMatch(/^[\w-]{43}$/);
  expect(await fs.readFile(file, 'utf8')).not.toContain(state);
  expect((await fs.stat(file)).mode % 0o1000).toBe(0o600);
});

it('takes a state once, and again when it was given back', async () => {
  const { states, state } = await open();
  const taken = { outcome: 'taken', pending: PENDING };
  expect(await states.take({ state, person })).toEqual(taken);
  expect(await states.take({ state, person })).toEqual({ outcome: 'unknown' });
  await states.giveBack({ state, pending: PENDING });
  expect(await states.take({ state, person })).toEqual(taken);
});

it('takes no other state, and keeps its own', async () => {
  const { states, state } = await open();
  for (const other of ['', 'x', `${state}x`]) {
    expect(await states.take({ state: other, person })).toEqual({
      outcome: 'unknown',
    });
  }
  expect(await states.take({ state, person })).toMatchObject({
    outcome: 'taken',
  });
});

it('removes a state that has expired, with its page', async () => {
  const { folder, clock, states, state } = await open();
  clock.time = START + HOUR;
  expect(await states.take({ state, person })).toEqual({ outcome: 'expired' });
  expect(await fs.readdir(folder)).toEqual([]);
});

it.each(['nonsense', '{}', '{"stateHash":1}'])(
  'knows nothing where the file holds %s',
  async content => {
    const { file, states, state } = await open();
    await fs.writeFile(file, content);
    expect(await states.take({ state, person })).toEqual({
      outcome: 'unknown',
    });
  },
);
