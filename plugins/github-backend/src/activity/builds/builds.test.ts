import {
  type ActivityScene,
  componentOf,
  startActivityScene,
} from '../__testUtils__/startActivityScene';

jest.setTimeout(60_000);

let scene: ActivityScene;
beforeAll(async () => {
  scene = await startActivityScene({
    entities: url => [
      componentOf({ url, name: 'shop' }),
      componentOf({ url, name: 'vault' }),
    ],
  });
  await scene.write('src/a.ts', 'export {};\n');
});
afterAll(() => scene?.stop());

it('shows workflows with their inputs, runs, jobs, steps and logs', async () => {
  const workflows = await scene.get('workflows');
  expect(workflows).toMatchObject({
    state: 'answered',
    lacks: [],
    value: [
      { name: 'CI', state: 'active', latest: { conclusion: 'success' } },
      {
        name: 'Release',
        dispatch: [
          {
            name: 'level',
            type: 'choice',
            options: ['patch', 'minor'],
            default: 'patch',
            required: true,
          },
          { name: 'note', type: 'string', required: false },
        ],
      },
    ],
  });
  const { value } = await scene.get('runs');
  const [run] = value.runs;
  expect(run).toMatchObject({
    workflow: 'CI',
    title: 'Write src/a.ts',
    branch: 'main',
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    actor: 'olivia',
    attempt: 1,
  });
  const detail = await scene.get(`runs/${run.id}`);
  expect(detail).toMatchObject({
    state: 'answered',
    value: {
      run: { id: run.id },
      attempts: 1,
      omitted: 0,
      jobs: [{ name: 'test', conclusion: 'success' }],
    },
  });
  const [job] = detail.value.jobs;
  expect(job.steps.map(({ name }: any) => name)).toContain(
    'Run echo "all is well"',
  );
  const log = await scene.call(
    `GET /entities/component/default/shop/jobs/${job.id}/log`,
  );
  expect(log.status).toBe(200);
  expect(log.headers.get('content-type')).toMatch(/^text\/plain/);
  expect(log.headers.get('x-content-type-options')).toBe('nosniff');
  expect(log.text).toContain('all is well');
  scene.asked();
  const again = await scene.call(
    `GET /entities/component/default/shop/jobs/${job.id}/log`,
  );
  expect(again.text).toBe(log.text);
  // Kept, and only for who may see this repository.
  expect(scene.asked()).toEqual([]);
  const foreign = await scene.call(
    `GET /entities/component/default/vault/jobs/${job.id}/log`,
  );
  expect(foreign.status).toBe(404);
});

it('filters, and says what is wrong with a question', async () => {
  const { value } = await scene.get('runs?status=failure');
  expect(value).toEqual({ runs: [], total: 0 });
  const release = (await scene.get('workflows')).value[1];
  expect(await scene.get(`runs?workflow=${release.id}`)).toMatchObject({
    value: { total: 0 },
  });
  expect(await scene.get('runs/999999')).toMatchObject({ state: 'absent' });
  for (const path of ['runs?page=x', 'runs/x', 'workflows?ref=a..b']) {
    const { status } = await scene.call(
      `GET /entities/component/default/shop/${path}`,
    );
    expect({ path, status }).toEqual({ path, status: 400 });
  }
});

it('follows runs by what events bring, without asking', async () => {
  await scene.get('runs');
  await scene.get('workflows');
  await scene.write('broken', 'x');
  scene.asked();
  const { value, fresh } = await scene.get('runs');
  expect(value.runs[0]).toMatchObject({
    title: 'Write broken',
    conclusion: 'failure',
  });
  expect(fresh).toBe('events');
  expect(scene.asked()).toEqual([]);
  const truth = await scene.sandbox.call('GET /repos/acme/shop/actions/runs', {
    as: 'olivia',
  });
  expect(value.total).toBe(truth.body.total_count);
  expect(value.runs.map(({ id }: any) => id)).toEqual(
    truth.body.workflow_runs.map(({ id }: any) => id),
  );
});

describe('acting', () => {
  const RUNS = '/entities/component/default/shop/runs';

  it('runs what is red again, and it becomes green', async () => {
    const [red] = (await scene.get('runs')).value.runs;
    expect(red.conclusion).toBe('failure');
    const before = await scene.get(`runs/${red.id}`);
    expect(before.value.run.conclusion).toBe('failure');
    const { status, body } = await scene.call(`POST ${RUNS}/${red.id}/rerun`, {
      body: { jobs: 'failed' },
    });
    expect({ status, body }).toEqual({ status: 202, body: { run: red.id } });
    await scene.sandbox.sandbox.settled();
    const after = await scene.get(`runs/${red.id}`);
    expect(after.value).toMatchObject({
      attempts: 2,
      run: { attempt: 2, status: 'completed' },
      jobs: [{ name: 'test', status: 'completed' }],
    });
    expect(await scene.get(`runs/${red.id}?attempt=1`)).toMatchObject({
      value: { run: { attempt: 1, conclusion: 'failure' } },
    });
    expect(scene.audit).toContainEqual({
      eventId: 'workflow-rerun',
      by: 'user:default/mel',
      entityRef: 'component:default/shop',
      host: scene.host,
      repository: 'acme/shop',
      run: red.id,
      jobs: 'failed',
      ok: true,
    });
  });

  it('starts a workflow, and never writes down what its inputs are', async () => {
    const release = (await scene.get('workflows')).value[1];
    const route = `POST /entities/component/default/shop/workflows/${release.id}/dispatch`;
    const inputs = { level: 'minor', note: 'a-secret-word' };
    const started = await scene.call(route, { body: { ref: 'main', inputs } });
    expect(started).toMatchObject({
      status: 202,
      body: { run: expect.any(Number) },
    });
    await scene.sandbox.sandbox.settled();
    expect((await scene.get('runs')).value.runs[0]).toMatchObject({
      id: started.body.run,
      event: 'workflow_dispatch',
      conclusion: 'success',
    });
    const refused = await scene.call(route, {
      body: { ref: 'main', inputs: { level: 'a-secret-word' } },
    });
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toMatch(/level/);
    const audit = scene.audit.filter(
      ({ eventId }: any) => eventId === 'workflow-dispatch',
    );
    expect(audit).toHaveLength(2);
    expect(audit[0]).toMatchObject({
      ref: 'main',
      inputs: ['level', 'note'],
      ok: true,
    });
    expect(JSON.stringify(audit)).not.toContain('a-secret-word');
  });

  it('tells in words what GitHub refuses', async () => {
    const [over] = (await scene.get('runs')).value.runs;
    const cancelled = await scene.call(`POST ${RUNS}/${over.id}/cancel`, {
      body: {},
    });
    expect(cancelled.status).toBe(409);
    expect(cancelled.body.error.message).toContain('GitHub did not cancel');
    const gone = await scene.call(`POST ${RUNS}/424242/rerun`, {
      body: { jobs: 'all' },
    });
    expect(gone.status).toBe(404);
  });

  it('cancels what waits for a runner', async () => {
    await scene.write(
      '.github/workflows/held.yml',
      'name: Held\non: push\njobs: { wait: { runs-on: [self-hosted, nowhere], steps: [{ run: echo }] } }\n',
    );
    const held = (await scene.get('runs')).value.runs.find(
      (run: any) => run.workflow === 'Held',
    );
    expect(held).toMatchObject({ status: 'queued', conclusion: null });
    const log = await scene.get(`runs/${held.id}`);
    const [job] = log.value.jobs;
    const early = await scene.call(
      `GET /entities/component/default/shop/jobs/${job.id}/log`,
    );
    expect(early).toMatchObject({ status: 202, body: { state: 'running' } });
    const { status } = await scene.call(`POST ${RUNS}/${held.id}/cancel`, {
      body: {},
    });
    expect(status).toBe(202);
    await scene.sandbox.sandbox.settled();
    expect((await scene.get(`runs/${held.id}`)).value).toMatchObject({
      run: { status: 'completed', conclusion: 'cancelled' },
    });
  });

  it('is for owners, and in a body that is valid', async () => {
    const [run] = (await scene.get('runs')).value.runs;
    const guest = await scene.call(`POST ${RUNS}/${run.id}/rerun`, {
      as: 'gina',
      body: { jobs: 'all' },
    });
    expect(guest.status).toBe(403);
    expect(guest.body.error.message).toMatch(
      /github\.workflows\.run.*group:default\/web/,
    );
    const wrong = await scene.call(`POST ${RUNS}/${run.id}/rerun`, {
      body: { jobs: 'some' },
    });
    expect(wrong.status).toBe(400);
  });
});
