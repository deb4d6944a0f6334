import { startWikiPortal } from './__testUtils__/startWikiPortal';

jest.setTimeout(120_000);

let portal: Awaited<ReturnType<typeof startWikiPortal>>;
beforeEach(async () => {
  portal = await startWikiPortal();
});
afterEach(() => portal.stop());

it('prints the plan, asks, and has the pull requests opened', async () => {
  portal.outcomes.push(
    { status: 'pull-request', url: 'https://github.com/acme/billing/pull/1' },
    {
      status: 'waits',
      until: '2026-01-01T00:00:00Z',
      reason: 'GitHub refuses more requests for now',
    },
    { status: 'skipped', reason: 'it is archived' },
  );
  const run = portal.run();
  await run.waitFor('Open pull requests in 2 repositories? [y/N]');
  expect(run.stdout())
    .toContain(`acme on github.com: 4 repositories, 1 without a wiki

1 is left out
  docs  it has docs/ already

2 with a wiki that can move into docs/
  billing
  checkout
`);
  expect(portal.asked).toHaveLength(1);
  run.type('y');
  expect(await run.ended).toBe(0);
  expect(run.stdout()).toContain(`1 with a pull request
  acme/billing  https://github.com/acme/billing/pull/1
1 skipped
  acme/checkout  it is archived
`);
  expect(run.stderr()).toContain(
    '2 of 2 acme/checkout\n  waits until 2026-01-01T00:00:00Z: GitHub refuses',
  );
  expect(portal.asked.slice(1)).toEqual([
    'POST /wikis/pull-requests {"host":"github.com","repository":"acme/billing"}',
    'POST /wikis/pull-requests {"host":"github.com","repository":"acme/checkout"}',
    'POST /wikis/pull-requests {"host":"github.com","repository":"acme/checkout"}',
  ]);
});

it('changes nothing without a yes', async () => {
  const run = portal.run('acme', '--json');
  expect(await run.ended).toBe(0);
  expect(JSON.parse(run.stdout()).items).toHaveLength(4);
  expect(portal.asked).toEqual(['POST /wikis/plan {"organisation":"acme"}']);
});

it('brings those that are named, prints JSON alone, and tells of a failure', async () => {
  portal.outcomes.push({ status: 'failed', reason: 'no right to write' });
  const run = portal.run('acme', '--repository', 'BILL*', '--yes', '--json');
  expect(await run.ended).toBe(1);
  expect(JSON.parse(run.stdout()).items).toEqual([
    expect.objectContaining({
      repository: 'acme/billing',
      outcome: { status: 'failed', reason: 'no right to write' },
    }),
  ]);
});

it('knows when no repository is meant', async () => {
  const run = portal.run('acme', '--repository', 'nothing');
  expect(await run.ended).toBe(2);
  expect(run.stderr()).toContain('acme has no repository that fits nothing');
});
