import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { startActions, workflow } from '../__testUtils__/startActions';

const FILE = '.github/workflows/ci.yml';
let test: Awaited<ReturnType<typeof startActions>>;
let events: SandboxEvent[];

beforeEach(async () => {
  test = await startActions();
  events = [];
  test.sandbox.events.on(event => {
    events.push(event);
  });
});
afterEach(async () => {
  await test.stop();
});

/** What was told of runs, jobs and checks: `workflow_job completed`. */
const told = (...names: string[]) =>
  events
    .filter(({ name }) => names.includes(name))
    .map(event => `${event.name} ${'action' in event ? event.action : ''}`);

describe('a run', () => {
  it('is green where its steps are, and tells what happens', async () => {
    await test.commit({ [FILE]: workflow({ run: 'echo fine' }) });
    const run = await test.latestRun();
    expect(run).toMatchObject({
      name: FILE,
      display_title: 'Change',
      event: 'push',
      status: 'completed',
      conclusion: 'success',
      run_number: 1,
      run_attempt: 1,
      head_branch: 'main',
      actor: { login: 'olivia' },
      head_commit: { message: 'Change' },
    });
    expect(told('workflow_run', 'workflow_job', 'check_suite')).toEqual([
      // Of an App that may check: it has nothing to do with the run.
      'check_suite requested',
      'workflow_run requested',
      'workflow_job queued',
      'workflow_job in_progress',
      'workflow_run in_progress',
      'workflow_job completed',
      'check_suite completed',
      'workflow_run completed',
    ]);
    expect(told('check_run')).toEqual([
      'check_run created',
      'check_run completed',
    ]);
  });

  it('is red by a step that fails, and says why', async () => {
    await test.commit({ [FILE]: workflow({ run: 'exit 1' }) });
    const run = await test.latestRun();
    expect(run.conclusion).toBe('failure');
    expect(await test.jobsOf(run)).toEqual({ build: 'failure' });
    expect(await test.logOf(run)).toContain(
      '##[error]Process completed with exit code 1.',
    );
    const checks = await test.call(
      `GET /repos/acme/shop/commits/${run.head_sha}/check-runs`,
    );
    expect(checks.body.check_runs).toMatchObject([
      {
        name: 'build',
        status: 'completed',
        conclusion: 'failure',
        app: { slug: 'github-actions' },
        details_url: expect.stringMatching(
          new RegExp(`/acme/shop/actions/runs/${run.id}/job/\\d+$`),
        ),
        output: { annotations_count: 1 },
      },
    ]);
  });

  it('is red without jobs where the file is not valid', async () => {
    await test.commit({ [FILE]: 'on: push\njobs:\n  build:\n    rn: 1\n' });
    const run = await test.latestRun();
    expect(run).toMatchObject({ name: FILE, conclusion: 'failure' });
    expect(await test.jobsOf(run)).toEqual({});
    const { problem } = test.sandbox.state.workflowRuns.get(run.id)!;
    expect(problem).toContain(`Invalid workflow file: ${FILE}#L4`);
    expect(problem).toContain("Unexpected value 'rn'");
  });

  it('has the jobs of a matrix and those that need them', async () => {
    await test.commit({
      [FILE]: [
        'on: push',
        'jobs:',
        '  test:',
        '    runs-on: ubuntu-latest',
        '    strategy: {fail-fast: false, matrix: {v: [1, 2]}}',
        '    steps: [{run: "test ${{ matrix.v }} = 1"}]',
        '  deploy:',
        '    needs: test',
        '    runs-on: ubuntu-latest',
        '    steps: [{run: echo}]',
        '  report:',
        '    needs: [test, deploy]',
        '    if: always()',
        '    runs-on: ubuntu-latest',
        '    steps: [{run: "test ${{ needs.test.result }} = failure"}]',
        '',
      ].join('\n'),
    });
    const run = await test.latestRun();
    expect(await test.jobsOf(run)).toEqual({
      'test (1)': 'success',
      'test (2)': 'failure',
      deploy: 'skipped',
      report: 'success',
    });
    expect(run.conclusion).toBe('failure');
  });

  it('does not start for [skip ci], in a repository that is archived, or where Actions are off', async () => {
    const { shop } = test;
    await test.commit(
      { [FILE]: workflow({ run: 'echo' }) },
      { message: 'Change [skip ci]' },
    );
    shop.actions.enabled = false;
    await test.commit({ 'a.txt': 'a' });
    expect(await test.latestRun()).toBeUndefined();
    shop.actions.enabled = true;
    await test.commit({ 'a.txt': 'b' });
    expect(await test.latestRun()).toMatchObject({ run_number: 1 });
  });

  it('hides secrets in logs, and sees variables', async () => {
    const { shop, organisation } = test;
    const at = test.sandbox.clock.iso();
    const value = (name: string, text: string) => ({
      name,
      value: text,
      createdAt: at,
      updatedAt: at,
    });
    shop.secrets.push(value('KEY', 'hunter2hunter2'));
    organisation.variables.push(value('PLACE', 'north'));
    organisation.variables.push({
      ...value('HIDDEN', 'x'),
      visibility: 'selected',
      selectedRepositoryIds: [],
    });
    await test.commit({
      [FILE]: workflow({
        run: 'echo "${{ secrets.KEY }} ${{ vars.PLACE }} <${{ vars.HIDDEN }}>"',
      }),
    });
    const log = await test.logOf(await test.latestRun());
    expect(log).toContain('\n*** north <>\n');
    expect(log).not.toContain('hunter2');
  });

  it('has a token of its own, which may what the file says and ends with the job', async () => {
    await test.commit({
      [FILE]: workflow({ run: 'echo', file: ['permissions: {issues: write}'] }),
    });
    const [token] = test.sandbox.state.tokens.filter(
      ({ kind }) => kind === 'installation',
    );
    expect(token).toMatchObject({
      permissions: { issues: 'write', metadata: 'read' },
      repositoryIds: [test.shop.id],
      revokedAt: expect.any(String),
    });
  });

  it('starts for issues, releases of the API and events of one’s own', async () => {
    await test.commit({
      [FILE]: workflow({
        on: '{issues: {types: [opened]}, repository_dispatch: {types: [deploy]}}',
        run: 'echo "${{ github.event.issue.title }}${{ github.event.client_payload.to }}"',
      }),
    });
    await test.call('POST /repos/acme/shop/issues', {
      as: 'mel',
      body: { title: 'It burns' },
    });
    await test.sandbox.settled();
    const byIssue = await test.latestRun();
    expect(byIssue).toMatchObject({
      event: 'issues',
      display_title: 'It burns',
      actor: { login: 'mel' },
    });
    expect(await test.logOf(byIssue)).toContain('\nIt burns\n');

    const dispatch = (type: string) =>
      test.call('POST /repos/acme/shop/dispatches', {
        as: 'olivia',
        body: { event_type: type, client_payload: { to: 'north' } },
      });
    expect((await dispatch('other')).status).toBe(204);
    expect((await dispatch('deploy')).status).toBe(204);
    await test.sandbox.settled();
    const byDispatch = await test.latestRun('&event=repository_dispatch');
    expect(byDispatch).toMatchObject({ run_number: 2, conclusion: 'success' });
    expect(await test.logOf(byDispatch)).toContain('\nnorth\n');
  });

  it('starts another one by workflow_run, three deep at most', async () => {
    const chain = (name: string, after: string) =>
      workflow({
        on: `{workflow_run: {workflows: [${after}], types: [completed]}}`,
        file: [`name: ${name}`],
        run: 'echo "${{ github.event.workflow_run.name }}"',
      });
    await test.commit({
      '.github/workflows/loop.yml': chain('Loop', 'First, Loop'),
      [FILE]: workflow({ run: 'echo', file: ['name: First'] }),
    });
    const { workflow_runs: runs } = await test.read('/runs');
    expect(runs.map((run: any) => run.name)).toEqual([
      'Loop',
      'Loop',
      'Loop',
      'First',
    ]);
    expect(await test.logOf(runs[2])).toContain('\nFirst\n');
  });
});
