import { startActions, workflow } from '../__testUtils__/startActions';

const FILE = '.github/workflows/ci.yml';
let test: Awaited<ReturnType<typeof startActions>>;

beforeEach(async () => {
  test = await startActions();
});
afterEach(async () => {
  await test.stop();
});

describe('a concurrency group', () => {
  const grouped = (cancel: boolean) =>
    workflow({
      file: [`concurrency: {group: deploy, cancel-in-progress: ${cancel}}`],
      job: [],
      run: 'echo',
    }).replace('ubuntu-latest', 'mainframe');
  const states = async () =>
    (await test.read('/runs')).workflow_runs.map(
      (run: any) => run.conclusion ?? run.status,
    );

  it('lets one run and one wait, and a newcomer takes the place of that', async () => {
    await test.commit({ [FILE]: grouped(false) });
    await test.commit({ 'a.txt': '1' });
    expect(await states()).toEqual(['pending', 'queued']);
    await test.commit({ 'a.txt': '2' });
    expect(await states()).toEqual(['pending', 'cancelled', 'queued']);
    const { workflow_runs: runs } = await test.read('/runs');
    await test.send(`/runs/${runs[2].id}/cancel`);
    expect(await states()).toEqual(['queued', 'cancelled', 'cancelled']);
  });

  it('ends what runs if the newcomer says so', async () => {
    await test.commit({ [FILE]: grouped(true) });
    await test.commit({ 'a.txt': '1' });
    expect(await states()).toEqual(['queued', 'cancelled']);
  });

  it('can be of a job', async () => {
    await test.commit({
      [FILE]: [
        'on: push',
        'jobs:',
        ...['one', 'two'].flatMap(id => [
          `  ${id}:`,
          '    runs-on: ubuntu-latest',
          '    concurrency: shared',
          '    steps: [{run: echo}]',
        ]),
        '',
      ].join('\n'),
    });
    const run = await test.latestRun();
    expect(await test.jobsOf(run)).toEqual({ one: 'success', two: 'success' });
  });
});
