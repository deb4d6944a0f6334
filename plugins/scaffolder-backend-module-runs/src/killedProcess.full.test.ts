import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import {
  type Replica,
  startReplica,
} from './__testUtils__/replica/startReplica';

jest.setTimeout(300_000);

const KEY = 'a-key-that-is-typed-once';

let folder: string;
let replicas: Replica[] = [];
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'killed-run-'));
});
afterEach(async () => {
  for (const replica of replicas) await replica.end();
  replicas = [];
  fs.rmSync(folder, { recursive: true, force: true });
});

const start = async (options: {
  database: JsonObject;
  name: string;
  staleSeconds?: number;
}) => {
  const replica = await startReplica({ folder, ...options });
  replicas.push(replica);
  return replica;
};
const notes = () => {
  const file = path.join(folder, 'notes');
  return fs.existsSync(file)
    ? fs.readFileSync(file, 'utf8').trim().split('\n')
    : [];
};
const letPass = (step: string) => fs.writeFileSync(path.join(folder, step), '');
const untilNoted = async (start_: string) => {
  while (!notes().some(note => note.startsWith(start_))) await wait(20);
};
const create = (replica: Replica) =>
  replica.ask('POST', '/v2/tasks', {
    templateRef: 'template:default/test',
    values: { key: KEY },
  }) as Promise<{ id: string }>;
const ended = async (replica: Replica, id: string) => {
  for (;;) {
    const { status } = await replica.ask('GET', `/v2/tasks/${id}`);
    if (!['open', 'processing'].includes(status)) return status;
    await wait(50);
  }
};
/** The files that steps see are those of the steps before, whole. */
const begins = (name: string, step: string, files: string) =>
  `${name} begins ${step} with ${KEY} and ${files}`;

it('a process that is killed in a step goes on with it after its restart, and repeats no other', async () => {
  const database = {
    client: 'better-sqlite3',
    connection: { directory: folder },
  };
  const first = await start({ database, name: 'first' });
  const { id } = await create(first);
  letPass('one');
  await untilNoted('first begins two');
  await first.end('SIGKILL');

  const second = await start({ database, name: 'second' });
  const readyAt = performance.now();
  await untilNoted('second begins two');
  // Not after the 30 seconds that another process would have waited.
  expect(performance.now() - readyAt).toBeLessThan(15_000);
  letPass('two');
  await untilNoted('second begins three');
  // One that is asked to end gives the run back.
  await second.end('SIGTERM');

  const third = await start({ database, name: 'third' });
  letPass('three');
  expect(await ended(third, id)).toBe('completed');
  expect(notes()).toEqual([
    begins('first', 'one', ''),
    'first did one',
    begins('first', 'two', 'one'),
    begins('second', 'two', 'one'),
    'second did two',
    begins('second', 'three', 'one+two'),
    begins('third', 'three', 'one+two'),
    'third did three',
  ]);
  const events: any[] = await third.ask('GET', `/v2/tasks/${id}/events`);
  expect(events.at(-1).body.output.text).toEqual([{ content: 'made by one' }]);
  expect(await third.ask('GET', `/runs/${id}`)).toMatchObject({
    ...{ status: 'completed', attempts: 3 },
    recoveredAt: expect.any(String),
  });
});

it('a process that was stopped for long finds its run with another one, and does nothing more of it', async () => {
  const postgres = await startPostgres();
  try {
    const { host, port, user, password } = postgres;
    const database = {
      client: 'pg',
      connection: { host, port, user, password },
    };
    const both = { database, staleSeconds: 2 };
    const first = await start({ ...both, name: 'first' });
    const { id } = await create(first);
    letPass('one');
    await untilNoted('first begins two');
    first.signal('SIGSTOP');
    const second = await start({ ...both, name: 'second' });
    await untilNoted('second begins two');
    first.signal('SIGCONT');
    // The first one answers requests again, and has noticed.
    await first.ask('GET', `/v2/tasks/${id}`);
    letPass('two');
    letPass('three');
    expect(await ended(second, id)).toBe('completed');
    expect(notes().filter(note => !note.startsWith('first did two'))).toEqual([
      begins('first', 'one', ''),
      'first did one',
      begins('first', 'two', 'one'),
      begins('second', 'two', 'one'),
      'second did two',
      begins('second', 'three', 'one+two'),
      'second did three',
    ]);
    const events: any[] = await second.ask('GET', `/v2/tasks/${id}/events`);
    const finished = events.filter(({ body }) => body.status === 'completed');
    expect(finished.map(({ body }) => body.stepId)).toEqual([
      // Skipped in the second attempt, and said so.
      ...['one', 'one', 'two', 'three'],
    ]);
  } finally {
    for (const replica of replicas.splice(0)) await replica.end();
    await postgres.stop();
  }
});
