import type { JsonObject, RepositoryFiles, WorkflowEvent } from '../types';
import { listWorkflows } from './listWorkflows';
import { planDispatch } from './planDispatch';
import { planRuns } from './planRuns';
import { runConcurrency } from './runConcurrency';
import { runTitle } from './runTitle';

const JOBS = 'jobs: {a: {runs-on: ubuntu-latest, steps: [{run: echo}]}}\n';

function tree(files: Record<string, string>): RepositoryFiles {
  return new Map(
    Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]),
  );
}

const FILES = tree({
  '.github/workflows/ci.yml': `name: CI\non: [push, pull_request]\n${JOBS}`,
  '.github/workflows/deploy.yaml': `name: Deploy\nrun-name: Deploy to \${{ inputs.target || 'nothing' }} by \${{ github.actor }}\non:\n  workflow_dispatch:\n    inputs:\n      target: {type: choice, options: [staging, production], required: true}\n      dry: {type: boolean, default: true}\nconcurrency: {group: "deploy-\${{ inputs.target }}", cancel-in-progress: true}\n${JOBS}`,
  '.github/workflows/bad.yml': 'on: issues\njobs: {a: {steps: []}}\n',
  '.github/workflows/nightly.yml': `on: {schedule: [{cron: "0 3 * * *"}]}\nconcurrency: nightly\n${JOBS}`,
  '.github/workflows/below/no.yml': `on: push\n${JOBS}`,
  '.github/workflows/README.md': 'on: push',
  'src/ci.yml': `on: push\n${JOBS}`,
});

const event = (more: Partial<WorkflowEvent>): WorkflowEvent => ({
  name: 'push',
  ref: 'refs/heads/main',
  sha: 'abc',
  payload: {},
  ...more,
});

const plan = async (more: Partial<WorkflowEvent>) =>
  (await planRuns({ event: event(more), files: FILES })).map(
    ({ outcome, name }) => [outcome, name],
  );

const dispatch = (inputs: JsonObject, workflowPath = 'deploy.yaml') =>
  planDispatch({
    event: event({
      name: 'workflow_dispatch',
      workflowPath: `.github/workflows/${workflowPath}`,
      inputs,
    }),
    files: FILES,
  });

describe('planRuns', () => {
  it('starts what the event triggers, and reports bad files on a push', async () => {
    expect(await plan({})).toEqual([
      ['invalid', '.github/workflows/bad.yml'],
      ['planned', 'CI'],
    ]);
    expect(
      await plan({ name: 'pull_request', action: 'opened', baseRef: 'main' }),
    ).toEqual([['planned', 'CI']]);
    expect(await plan({ name: 'schedule', cron: '0 3 * * *' })).toEqual([
      ['planned', '.github/workflows/nightly.yml'],
    ]);
    expect(await plan({ name: 'issues', action: 'opened' })).toEqual([]);
  });

  it.each([
    ['push', 'Fix it [skip ci]', 0],
    ['push', 'Fix it [CI SKIP]', 0],
    ['push', 'Fix it\n\nskip-checks: true', 0],
    ['pull_request', '[skip actions]', 0],
    ['push', 'Explain skip ci', 2],
    ['schedule', '[skip ci]', 1],
  ])('%s with %j starts %i', async (name, message, count) => {
    const plans = await plan({
      name,
      message,
      action: 'opened',
      baseRef: 'main',
      cron: '0 3 * * *',
    });
    expect(plans).toHaveLength(count);
  });

  it('gives plans that can be stored', async () => {
    const [, planned] = await planRuns({ event: event({}), files: FILES });
    expect(JSON.parse(JSON.stringify(planned))).toEqual(planned);
  });
});

describe('planDispatch', () => {
  it('checks inputs and adds defaults', async () => {
    await expect(dispatch({ target: 'staging' })).resolves.toMatchObject({
      outcome: 'planned',
      inputs: { target: 'staging', dry: true },
      event: { payload: { inputs: { target: 'staging', dry: 'true' } } },
    });
  });

  it.each<[JsonObject, string | undefined, string]>([
    [{}, undefined, "Required input 'target' not provided"],
    [{ x: 1 }, undefined, 'Unexpected inputs provided: ["x"]'],
    [{}, 'ci.yml', "Workflow does not have 'workflow_dispatch' trigger"],
    [{}, 'none.yml', "Workflow does not have 'workflow_dispatch' trigger"],
  ])('refuses %j of %s', async (inputs, path, message) => {
    await expect(dispatch(inputs, path)).resolves.toMatchObject({
      outcome: 'unprocessable',
      message,
    });
  });

  it('refuses an invalid file', async () => {
    await expect(dispatch({}, 'bad.yml')).resolves.toMatchObject({
      outcome: 'invalid',
      title: expect.stringContaining('Invalid workflow file:'),
    });
  });
});

describe('listWorkflows', () => {
  it('lists the files of the folder', async () => {
    expect(
      (await listWorkflows({ files: FILES })).map(
        ({ name, valid, events, crons }) => [name, valid, events, crons],
      ),
    ).toEqual([
      ['.github/workflows/bad.yml', false, [], []],
      ['CI', true, ['push', 'pull_request'], []],
      ['Deploy', true, ['workflow_dispatch'], []],
      ['.github/workflows/nightly.yml', true, ['schedule'], ['0 3 * * *']],
    ]);
  });
});

describe('runTitle and runConcurrency', () => {
  const contexts = { github: { actor: 'ada' } };

  it('evaluate what the file says', async () => {
    const planned = await dispatch({ target: 'production' });
    if (planned.outcome !== 'planned') {
      throw new Error(planned.message);
    }
    expect(runTitle({ plan: planned, contexts })).toBe(
      'Deploy to production by ada',
    );
    expect(runConcurrency({ plan: planned, contexts })).toEqual({
      group: 'deploy-production',
      cancelInProgress: true,
    });
  });

  it.each<[Partial<WorkflowEvent>, string]>([
    [{ payload: { head_commit: { message: 'One\n\nTwo' } } }, 'One'],
    [{ message: 'Given' }, 'Given'],
    [
      { name: 'pull_request', payload: { pull_request: { title: 'A pull' } } },
      'A pull',
    ],
    [{ name: 'release', payload: { release: { tag_name: 'v1' } } }, 'v1'],
    [{ name: 'repository_dispatch', action: 'go' }, 'go'],
    [{ name: 'schedule' }, 'CI'],
  ])('title of %j is %s', async (more, title) => {
    const [, planned] = await planRuns({ event: event({}), files: FILES });
    if (planned.outcome !== 'planned') {
      throw new Error(planned.message);
    }
    expect(
      runTitle({ plan: { ...planned, event: event(more) }, contexts }),
    ).toBe(title);
    expect(runConcurrency({ plan: planned, contexts })).toBeUndefined();
  });
});
