import { startActions } from '../__testUtils__/startActions';
import { runtimeOf } from '../ActionsRuntime';

const FILE = '.github/workflows/ci.yml';
let test: Awaited<ReturnType<typeof startActions>>;

beforeEach(async () => {
  test = await startActions();
});
afterEach(async () => {
  await test.stop();
});

describe('running again', () => {
  const FLAKY = [
    'on: push',
    'jobs:',
    '  good:',
    '    runs-on: ubuntu-latest',
    '    steps: [{run: echo}]',
    '  bad:',
    '    runs-on: ubuntu-latest',
    '    steps: [{run: "test ${{ github.run_attempt }} -gt 1"}]',
    '  after:',
    '    needs: bad',
    '    runs-on: ubuntu-latest',
    '    steps: [{run: echo}]',
    '',
  ].join('\n');

  it('is another attempt of the same run', async () => {
    await test.commit({ [FILE]: FLAKY });
    const first = await test.latestRun();
    expect(first).toMatchObject({
      conclusion: 'failure',
      previous_attempt_url: null,
    });
    const { id } = first;
    expect((await test.send(`/runs/${id}/rerun`)).status).toBe(201);
    expect(await test.latestRun()).toMatchObject({
      id,
      run_attempt: 2,
      run_number: 1,
      conclusion: 'success',
      previous_attempt_url: `${test.url}/repos/acme/shop/actions/runs/${id}/attempts/1`,
      check_suite_id: first.check_suite_id,
    });
    expect(await test.read(`/runs/${id}/attempts/1`)).toMatchObject({
      run_attempt: 1,
      conclusion: 'failure',
    });
    const jobs = async (query: string) =>
      (await test.read(`/runs/${id}${query}`)).jobs.map(
        (job: any) => `${job.run_attempt} ${job.name} ${job.conclusion}`,
      );
    expect(await jobs('/jobs')).toEqual([
      '2 good success',
      '2 bad success',
      '2 after success',
    ]);
    expect(await jobs('/attempts/1/jobs')).toEqual([
      '1 good success',
      '1 bad failure',
      '1 after skipped',
    ]);
    expect(await jobs('/jobs?filter=all')).toHaveLength(6);
    // The newest check of each name counts.
    const checks = await test.call(
      `GET /repos/acme/shop/commits/${first.head_sha}/check-runs`,
    );
    expect(checks.body.total_count).toBe(3);
  });

  it('can be for what failed and what depends on it', async () => {
    await test.commit({ [FILE]: FLAKY });
    const { id } = await test.latestRun();
    await test.send(`/runs/${id}/rerun-failed-jobs`);
    expect(await test.latestRun()).toMatchObject({ conclusion: 'success' });
    const { jobs } = await test.read(`/runs/${id}/jobs`);
    expect(
      jobs.map((job: any) => `${job.run_attempt} ${job.name}`).sort(),
    ).toEqual(['1 good', '2 after', '2 bad']);
    expect(await test.send(`/runs/${id}/rerun-failed-jobs`)).toMatchObject({
      status: 403,
      body: { message: 'This workflow run cannot be retried' },
    });
  });

  it('can be for one job', async () => {
    await test.commit({ [FILE]: FLAKY });
    const { id } = await test.latestRun();
    const { jobs } = await test.read(`/runs/${id}/jobs`);
    const good = jobs.find((job: any) => job.name === 'good');
    expect((await test.send(`/jobs/${good.id}/rerun`)).status).toBe(201);
    expect(await test.latestRun()).toMatchObject({
      run_attempt: 2,
      conclusion: 'failure',
    });
    expect(await test.jobsOf({ id })).toEqual({
      good: 'success',
      bad: 'failure',
      after: 'skipped',
    });
  });

  it('can be asked of its check', async () => {
    await test.commit({ [FILE]: FLAKY });
    const { id } = await test.latestRun();
    const { jobs } = await test.read(`/runs/${id}/jobs`);
    const bad = jobs.find((job: any) => job.name === 'bad');
    const check = `/repos/acme/shop/check-runs/${bad.id}`;
    await test.call(`POST ${check}/rerequest`, { as: 'mel' });
    await test.sandbox.settled();
    expect(await test.latestRun()).toMatchObject({
      run_attempt: 2,
      conclusion: 'success',
      triggering_actor: { login: 'mel' },
    });
    expect((await test.call(`GET ${check}`)).body.conclusion).toBe('failure');
  });

  it('is refused after a month', async () => {
    await test.commit({ [FILE]: FLAKY });
    const { id } = await test.latestRun();
    test.sandbox.clock.advance({ ms: 31 * 24 * 60 * 60 * 1000 });
    expect((await test.send(`/runs/${id}/rerun`)).status).toBe(403);
  });
});

describe('a run that goes on', () => {
  /** One job waits for a runner that nobody has; another says what came of it. */
  const WAITING = [
    'on: push',
    'jobs:',
    '  stuck:',
    '    runs-on: [self-hosted, mainframe]',
    '    steps: [{run: echo}]',
    '  next:',
    '    needs: stuck',
    '    runs-on: ubuntu-latest',
    '    steps: [{run: echo}]',
    '  report:',
    '    needs: stuck',
    '    if: always()',
    '    runs-on: ubuntu-latest',
    '    steps: [{run: "test ${{ needs.stuck.result }} = cancelled"}]',
    '',
  ].join('\n');

  it('waits for its runner and can be cancelled', async () => {
    await test.commit({ [FILE]: WAITING });
    const run = await test.latestRun();
    expect(run).toMatchObject({ status: 'queued', conclusion: null });
    expect(await test.jobsOf(run)).toEqual({ stuck: 'queued' });
    expect((await test.send(`/runs/${run.id}/rerun`)).status).toBe(403);
    expect(
      (await test.send(`/runs/${run.id}`, undefined, 'DELETE')).status,
    ).toBe(403);

    expect((await test.send(`/runs/${run.id}/cancel`)).status).toBe(202);
    expect(await test.latestRun()).toMatchObject({ conclusion: 'cancelled' });
    expect(await test.jobsOf(run)).toEqual({
      stuck: 'cancelled',
      next: 'skipped',
      report: 'success',
    });
    expect(await test.send(`/runs/${run.id}/cancel`)).toMatchObject({
      status: 409,
      body: { message: 'Cannot cancel a workflow run that is completed.' },
    });
  });

  it('can be ended by force', async () => {
    await test.commit({ [FILE]: WAITING });
    const run = await test.latestRun();
    await test.send(`/runs/${run.id}/force-cancel`);
    expect(await test.jobsOf(run)).toMatchObject({ report: 'cancelled' });
  });

  it('ends the steps that run, but not those for the end', async () => {
    const { events } = test.sandbox;
    events.on(event => {
      if (event.name !== 'workflow_job' || event.action !== 'in_progress') {
        return;
      }
      const { executions } = runtimeOf(test.sandbox);
      executions.get(event.job.runId)!.cancel({ force: false });
    });
    await test.commit({
      [FILE]: [
        'on: push',
        'jobs:',
        '  build:',
        '    runs-on: ubuntu-latest',
        '    steps:',
        '      - name: Work',
        '        run: echo',
        '      - name: Tidy up',
        '        if: always()',
        '        run: echo',
        '',
      ].join('\n'),
    });
    const run = await test.latestRun();
    expect(run.conclusion).toBe('cancelled');
    const { jobs } = await test.read(`/runs/${run.id}/jobs`);
    expect(
      jobs[0].steps.map((step: any) => [step.name, step.conclusion]),
    ).toEqual(
      expect.arrayContaining([
        ['Work', expect.stringMatching(/cancelled|skipped/)],
        ['Tidy up', 'success'],
      ]),
    );
  });
});
