import { startActions, workflow } from '../__testUtils__/startActions';

const FILE = '.github/workflows/nightly.yml';
let test: Awaited<ReturnType<typeof startActions>>;

beforeEach(async () => {
  test = await startActions();
  const { clock } = test.sandbox;
  clock.freeze();
  clock.set({ time: new Date('2026-11-26T12:00:00Z') });
});
afterEach(async () => {
  await test.stop();
});

const total = async () => (await test.read('/runs')).total_count;

async function pass(hours: number) {
  test.sandbox.clock.advance({ ms: hours * 60 * 60 * 1000 });
  await test.sandbox.settled();
}

it('starts workflows when they are due', async () => {
  await test.commit({
    [FILE]: workflow({
      on: '{schedule: [{cron: "30 2 * * *"}]}',
      run: 'echo "${{ github.event.schedule }}"',
    }),
  });
  await pass(14);
  expect(await total()).toBe(0);
  await pass(1);
  const run = await test.latestRun();
  expect(run).toMatchObject({
    event: 'schedule',
    head_branch: 'main',
    conclusion: 'success',
    created_at: '2026-11-27T03:00:00Z',
  });
  expect(await test.logOf(run)).toContain('\n30 2 * * *\n');
  await pass(24);
  expect(await total()).toBe(2);
});

it('follows changes of the default branch, and disabling', async () => {
  const nightly = (cron: string) =>
    workflow({ on: `{schedule: [{cron: "${cron}"}]}`, run: 'echo' });
  await test.commit({ [FILE]: nightly('0 13 * * *') });
  await test.commit({ [FILE]: nightly('0 14 * * *') });
  await pass(1);
  expect(await total()).toBe(0);
  await pass(1);
  expect(await total()).toBe(1);
  await test.send('/workflows/nightly.yml/disable', undefined, 'PUT');
  await pass(24);
  expect(await total()).toBe(1);
  await test.send('/workflows/nightly.yml/enable', undefined, 'PUT');
  await pass(24);
  expect(await total()).toBe(2);
});
