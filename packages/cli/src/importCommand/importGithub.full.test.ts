import fs from 'node:fs/promises';
import path from 'node:path';
import { freePort } from '../testing/freePort';
import { runCallboard, temporaryFolder } from '../testing/runCallboard';
import { startFakePortal } from './__testUtils__/startFakePortal';

jest.setTimeout(120_000);

let portal: Awaited<ReturnType<typeof startFakePortal>>;
beforeEach(async () => {
  portal = await startFakePortal();
});
afterEach(() => portal.stop());

it('prints the plan, asks, and registers what was said yes to', async () => {
  const run = portal.run();
  await run.waitFor('Register what is inferred of 2 repositories? [y/N]');
  expect(run.stdout()).toContain(`acme on github.com: 5 repositories

1 has a descriptor

1 is left out
  attic  it is archived

1 has a descriptor that the catalog cannot use
  broken  catalog-info.yaml: no name

2 have none; this can be made of them
  billing   component:default/billing   group:default/acme  it has no description
  checkout  component:default/checkout  group:default/acme
`);
  expect(portal.asked).toEqual([
    'POST /imports {"host":"github.com","organisation":"acme"}',
  ]);
  run.type('yes');
  expect(await run.ended).toBe(0);
  expect(run.stdout()).toContain('2 registered\nDone: 2 of 2.');
  expect(portal.asked[1]).toBe(
    'POST /imports/run-1/apply {"mode":"register","repositories":["acme/billing","acme/checkout"]}',
  );
});

it('changes nothing where the answer is no, or there is none', async () => {
  const run = portal.run('acme');
  await run.waitFor('[y/N]');
  run.type();
  expect(await run.ended).toBe(0);
  expect(run.stdout()).toContain('Nothing was changed. The plan is at');
  expect(portal.asked).toEqual(['POST /imports {"organisation":"acme"}']);
});

it('opens pull requests in those that a glob names, and prints JSON alone', async () => {
  const run = portal.run(
    ...[
      'acme',
      '--only',
      'BILL*',
      '--mode',
      'pull-requests',
      '--yes',
      '--json',
    ],
  );
  expect(await run.ended).toBe(0);
  expect(JSON.parse(run.stdout())).toMatchObject({
    ...{ id: 'run-1', status: 'done', mode: 'pull-request', done: 1 },
    items: expect.arrayContaining([
      expect.objectContaining({
        repository: 'acme/billing',
        outcome: expect.objectContaining({ status: 'pull-request' }),
      }),
    ]),
  });
  expect(run.stderr()).toContain('Planning for acme');
  expect(portal.asked[1]).toContain('"repositories":["acme/billing"]');
});

it('says how to go on when it is interrupted', async () => {
  portal.runs.push(
    portal.create({
      ...{ id: 'run-1', status: 'paused', mode: 'register', total: 1 },
      ...{ statusReason: 'the limit', pausedUntil: '2026-11-26T11:00:00Z' },
    }),
  );
  const run = portal.run('acme', '--host', 'github.com', '--resume');
  await run.waitFor('waits: the limit');
  expect(await run.stop()).toBe(130);
  expect(run.stderr()).toContain('/github/import?run=run-1');
  expect(run.stderr()).toContain(
    'callboard import github acme --host github.com --resume\n',
  );
});

it('says that nothing was changed when it is interrupted before', async () => {
  const run = portal.run('acme');
  await run.waitFor('[y/N]');
  expect(await run.stop()).toBe(130);
  expect(run.stderr()).toContain('Interrupted. Nothing was changed.');
});

it('goes on with what was left, in the mode that it had', async () => {
  portal.runs.push(
    portal.create({ id: 'run-1', status: 'done', mode: 'register' }),
    portal.create({
      ...{ id: 'run-2', status: 'paused', mode: 'pull-request', total: 1 },
    }),
    portal.create({ id: 'run-3', status: 'planned' }),
  );
  const run = portal.run('--resume');
  expect(await run.ended).toBe(0);
  expect(portal.asked).toEqual([
    'POST /imports/run-2/apply {"mode":"pull-request"}',
  ]);
  expect(run.stdout()).toContain('https://github.com/acme/billing/pull/1');
});

describe('what cannot be', () => {
  it('is a portal that does not run', async () => {
    const run = runCallboard([
      ...['import', 'github', 'acme', '--port', `${await freePort()}`],
      ...['--data', await temporaryFolder()],
    ]);
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toContain('the portal does not run');
  });

  it('is a portal of another data directory', async () => {
    const run = runCallboard([
      ...['import', 'github', 'acme', '--port', `${portal.port}`],
      ...['--data', await temporaryFolder(), '--json'],
    ]);
    expect(await run.ended).toBe(1);
    expect(JSON.parse(run.stdout()).problems[0].problem).toContain('no key');
  });

  it('is a data directory with dashes in its name, which is no wrong usage', async () => {
    const data = path.join(await temporaryFolder(), 'portal--data');
    await fs.mkdir(data);
    const run = runCallboard([
      ...['import', 'github', 'acme', '--port', `${portal.port}`],
      ...['--data', data],
    ]);
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toContain('no key');
  });

  it('is to go on with nothing', async () => {
    const run = portal.run('--resume');
    expect(await run.ended).toBe(2);
    expect(run.stderr()).toContain('no import of acme was begun');
  });

  it('is a mode that there is not', async () => {
    const run = portal.run('--mode', 'sideways');
    expect(await run.ended).toBe(2);
    expect(run.stderr()).toContain('register, pull-requests');
  });
});
