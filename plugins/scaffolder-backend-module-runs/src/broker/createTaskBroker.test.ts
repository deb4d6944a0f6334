import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Knex } from 'knex';
import { claimBehaviour } from '../__testUtils__/claimBehaviour';
import {
  createTestBroker,
  prepareDatabase,
  testSpec,
} from '../__testUtils__/createTestBroker';
import { endBehaviour } from '../__testUtils__/endBehaviour';
import { openSqlite } from '../__testUtils__/sqlite';

describe('on SQLite', () => {
  let knex: Knex | undefined;
  afterAll(() => knex?.destroy());
  const open = async () => (knex ??= openSqlite());
  describe('claims', () => {
    claimBehaviour(open);
  });
  describe('ends', () => {
    endBehaviour(open);
  });
});

describe('after a start on SQLite', () => {
  let knex: Knex;
  beforeEach(async () => {
    knex = openSqlite();
    await prepareDatabase(knex);
  });
  afterEach(() => knex.destroy());

  it.each([
    { recovers: true, status: 'open' },
    { recovers: false, status: 'failed' },
  ])(
    'runs of the process before are taken up at once: $recovers',
    async ({ recovers, status }) => {
      const settings = { recovers, heartMs: 1e6 };
      const dead = createTestBroker({ knex, settings });
      const { taskId } = await dead.dispatch({ spec: testSpec() });
      await dead.claim();
      await createTestBroker({ knex, settings }).start();
      expect(await knex('tasks').where({ id: taskId }).first()).toMatchObject({
        status,
      });
    },
  );

  it.each([true, false])(
    'attack case 23: a link that a step brings fails it, whether runs are recovered or not: %s',
    async recovers => {
      const own = createTestBroker({ knex, settings: { recovers } });
      await own.dispatch({ spec: testSpec() });
      const context = await own.claim();
      const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'links-'));
      try {
        await fs.symlink('/etc', path.join(folder, 'link'));
        await expect(
          context.serializeWorkspace!({ path: folder }),
        ).rejects.toThrow('symbolic link that leads out');
      } finally {
        await own.stop({ graceMs: 0 });
        await fs.rm(folder, { recursive: true });
      }
    },
  );

  it('its own runs are left alone', async () => {
    const own = createTestBroker({ knex });
    const { taskId } = await own.dispatch({ spec: testSpec() });
    await own.claim();
    await own.start();
    expect((await own.get(taskId)).status).toBe('processing');
    await own.stop({ graceMs: 0 });
  });
});
