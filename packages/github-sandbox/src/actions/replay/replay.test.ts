import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readState } from '../../persistence/readState';
import { restoreState } from '../../persistence/restoreState';
import { saveState } from '../../persistence/saveState';
import { startSandbox } from '../../startSandbox';
import { catchUp } from '../catchUp';
import { startActions } from '../__testUtils__/startActions';

const CI = [
  'on: [push, pull_request]',
  'jobs:',
  '  lint:',
  '    runs-on: ubuntu-latest',
  '    steps: [{run: echo lint}]',
  '  build:',
  '    runs-on: ubuntu-latest',
  '    steps:',
  '      - name: Install',
  '        run: npm ci',
  '  deploy:',
  '    needs: [lint, build]',
  '    runs-on: ubuntu-latest',
  '    steps: [{run: exit 1}]',
  '',
].join('\n');
let test: Awaited<ReturnType<typeof startActions>>;
let told: string[];

beforeEach(async () => {
  test = await startActions({
    files: { 'README.md': '# Shop\n', '.github/workflows/ci.yml': CI },
  });
  told = [];
  test.sandbox.events.on(({ name }) => {
    told.push(name);
  });
  const { actions } = test.shop;
  actions.runner = {
    commands: { 'npm ci': { exitCode: 0, output: 'added 3' } },
  };
  // As a seed that was applied a while ago.
  actions.replay = { commits: 2, until: '2026-06-01T00:00:00Z' };
});
afterEach(async () => {
  await test.stop();
});

it('makes the runs of the past when they are asked about, with the times of the past', async () => {
  const { workflow_runs: runs } = await test.read('/runs');
  expect(runs).toHaveLength(1);
  const [run] = runs;
  expect(run).toMatchObject({
    event: 'push',
    conclusion: 'failure',
    created_at: '2026-01-01T12:00:00Z',
    actor: { login: 'olivia' },
    display_title: 'First commit',
  });
  const { jobs } = await test.read(`/runs/${run.id}/jobs`);
  const [lint, build, deploy] = jobs;
  // Those that need nothing have run together; "npm ci" takes its time.
  expect(lint.started_at).toBe(build.started_at);
  expect(lint.completed_at < build.completed_at).toBe(true);
  expect(deploy.created_at).toBe(build.completed_at);
  expect(run.updated_at).toBe(deploy.completed_at);
  expect(run.updated_at < '2026-01-01T12:05:00Z').toBe(true);
  expect(test.shop.actions.replay).toBeUndefined();
  expect(told).toEqual([]);
});

it('makes them before the runs of what happens now', async () => {
  await test.commit({ 'a.txt': 'a' });
  const { workflow_runs: runs } = await test.read('/runs');
  expect(runs.map((run: any) => [run.run_number, run.display_title])).toEqual([
    [2, 'Change'],
    [1, 'First commit'],
  ]);
});

it('makes them in the background, and once', async () => {
  await catchUp({ sandbox: test.sandbox });
  expect(test.sandbox.state.workflowRuns.size).toBe(1);
  await catchUp({ sandbox: test.sandbox });
  expect(await test.read('/runs')).toMatchObject({ total_count: 1 });
});

it('does not go on when the sandbox is stopped', async () => {
  await catchUp({ sandbox: test.sandbox, signal: AbortSignal.abort() });
  expect(test.sandbox.state.workflowRuns.size).toBe(0);
});

it('ends the runs that went on when the sandbox was stopped', async () => {
  await test.commit({
    '.github/workflows/stuck.yml': CI.replaceAll('ubuntu-latest', 'mainframe'),
  });
  const [stuck] = (await test.read('/runs?status=queued')).workflow_runs;
  const directory = await fs.mkdtemp(path.join(os.tmpdir(), 'restart-'));
  const file = path.join(directory, 'state.json');
  await saveState({ sandbox: test.sandbox, file });
  const read = await readState({ file });
  const again = await startSandbox({
    port: 0,
    directory,
    prepare(sandbox) {
      if (read.outcome === 'read') restoreState({ sandbox, saved: read.saved });
    },
  });
  const { state } = again.sandbox;
  expect(state.workflowRuns.get(stuck.id)).toMatchObject({
    status: 'completed',
    conclusion: 'cancelled',
  });
  expect(
    state.workflowJobs.by('run', stuck.id).map(job => job.conclusion),
  ).toEqual(['cancelled', 'cancelled']);
  expect(state.checkSuites.get(stuck.check_suite_id)).toMatchObject({
    conclusion: 'cancelled',
  });
  await again.stop();
  await fs.rm(directory, { recursive: true });
});
