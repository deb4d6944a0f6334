import { inflateRawSync } from 'node:zlib';
import { readOpenApi } from '../../testing/published/readOpenApi';
import { workflowJobPayload, workflowRunPayload } from '../present/runPayloads';
import { startActions, workflow } from '../__testUtils__/startActions';

jest.setTimeout(60_000);

const FILE = '.github/workflows/ci.yml';
const CI = [
  'name: CI',
  'on: {push: , workflow_dispatch: }',
  'jobs:',
  '  build:',
  '    runs-on: ubuntu-latest',
  '    steps:',
  '      - uses: actions/checkout@v4',
  '      - name: Pack',
  '        run: mkdir out && cp README.md out/a.txt',
  '      - uses: actions/upload-artifact@v4',
  '        with: {name: site, path: out}',
  '      - uses: actions/cache@v4',
  '        with: {path: out, key: out-1}',
  '',
].join('\n');
const at = '/repos/{owner}/{repo}/actions';

let test: Awaited<ReturnType<typeof startActions>>;
let openApi: Awaited<ReturnType<typeof readOpenApi>>;
let run: any;

beforeAll(async () => {
  [test, openApi] = await Promise.all([startActions(), readOpenApi()]);
  await test.commit({ [FILE]: CI });
  run = await test.latestRun();
});
afterAll(async () => {
  await test.stop();
});

/** The files of a zip archive by path. */
function unzip(archive: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  let offset = 0;
  while (archive.readUInt32LE(offset) === 0x04034b50) {
    const size = archive.readUInt32LE(offset + 18);
    const nameLength = archive.readUInt16LE(offset + 26);
    const start = offset + 30 + nameLength;
    const name = archive.subarray(offset + 30, start).toString();
    files[name] = inflateRawSync(
      archive.subarray(start, start + size),
    ).toString();
    offset = start + size;
  }
  return files;
}

async function follow(path: string, as?: 'olivia' | 'oscar') {
  const answer = await test.call(`GET /repos/acme/shop/actions${path}`, { as });
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    location,
    target: location ? await fetch(location) : undefined,
  };
}

describe('answers', () => {
  it.each<[string, () => string]>([
    ['/workflows', () => '/workflows'],
    ['/workflows/{workflow_id}', () => '/workflows/ci.yml'],
    ['/workflows/{workflow_id}/runs', () => '/workflows/ci.yml/runs'],
    ['/workflows/{workflow_id}/timing', () => '/workflows/ci.yml/timing'],
    ['/runs', () => '/runs'],
    ['/runs/{run_id}', () => `/runs/${run.id}`],
    ['/runs/{run_id}/timing', () => `/runs/${run.id}/timing`],
    [
      '/runs/{run_id}/attempts/{attempt_number}',
      () => `/runs/${run.id}/attempts/1`,
    ],
    ['/runs/{run_id}/jobs', () => `/runs/${run.id}/jobs`],
    [
      '/runs/{run_id}/attempts/{attempt_number}/jobs',
      () => `/runs/${run.id}/attempts/1/jobs`,
    ],
    ['/runs/{run_id}/approvals', () => `/runs/${run.id}/approvals`],
    [
      '/runs/{run_id}/pending_deployments',
      () => `/runs/${run.id}/pending_deployments`,
    ],
    ['/runs/{run_id}/artifacts', () => `/runs/${run.id}/artifacts`],
    ['/artifacts', () => '/artifacts?name=site'],
    ['/caches', () => '/caches?key=out'],
    ['/cache/usage', () => '/cache/usage'],
    ['/runners', () => '/runners'],
  ])('%s as GitHub describes it', async (route, path) => {
    const body = await test.read(path());
    expect(
      openApi.checkAnswer({ route: `GET ${at}${route}`, status: 200, body }),
    ).toEqual([]);
    expect(body.total_count).not.toBe(
      /^\/(workflows|runs|artifacts|caches)$/.test(route) ? 0 : NaN,
    );
  });

  it('a workflow by its number and by its file, and no other', async () => {
    const workflow1 = await test.read('/workflows/ci.yml');
    expect(workflow1).toMatchObject({
      name: 'CI',
      path: FILE,
      state: 'active',
    });
    expect(await test.read(`/workflows/${workflow1.id}`)).toEqual(workflow1);
    const { status } = await test.call(
      'GET /repos/acme/shop/actions/workflows/other.yml',
    );
    expect(status).toBe(404);
  });
});

describe('lists of runs', () => {
  it.each<[string, number]>([
    ['actor=olivia', 1],
    ['actor=mel', 0],
    ['branch=main', 1],
    ['branch=topic', 0],
    ['event=push', 1],
    ['event=schedule', 0],
    ['status=completed', 1],
    ['status=success', 1],
    ['status=failure', 0],
    ['created=>=2020-01-01', 1],
    ['created=<2020-01-01', 0],
    ['created=2020-01-01..*', 1],
    ['created=*..2020-01-01', 0],
    ['head_sha=0000', 0],
    ['check_suite_id=1', 0],
  ])('with %s', async (query, count) => {
    const { total_count: total } = await test.read(`/runs?${query}`);
    expect(total).toBe(count);
  });
});

describe('logs', () => {
  it('of a job are a text at another address, which browsers may read', async () => {
    const { jobs } = await test.read(`/runs/${run.id}/jobs`);
    const { status, target } = await follow(
      `/jobs/${jobs[0].id}/logs`,
      'oscar',
    );
    expect(status).toBe(302);
    expect(target!.headers.get('access-control-allow-origin')).toBe('*');
    expect(target!.headers.get('content-type')).toContain('text/plain');
    expect(await target!.text()).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z /,
    );
  });

  it('need somebody who is known, and a token in their address', async () => {
    const { jobs } = await test.read(`/runs/${run.id}/jobs`);
    const path = `/jobs/${jobs[0].id}/logs`;
    expect((await follow(path)).status).toBe(403);
    const { location } = await follow(path, 'olivia');
    const bare = await fetch(location!.split('?')[0]);
    expect(bare.status).toBe(403);
    const other = await fetch(location!.replace('/jobs/', '/artifacts/'));
    expect(other.status).not.toBe(200);
  });

  it('of a run are an archive of its jobs and steps', async () => {
    const { target } = await follow(`/runs/${run.id}/logs`, 'olivia');
    const files = unzip(Buffer.from(await target!.arrayBuffer()));
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        '0_build.txt',
        'build/1_Set up job.txt',
        'build/3_Pack.txt',
      ]),
    );
    expect(files['build/3_Pack.txt']).toContain('cp README.md');
  });

  it('can be deleted', async () => {
    await test.send('/workflows/ci.yml/dispatches', { ref: 'main' });
    const { id } = await test.latestRun();
    const gone = await test.send(`/runs/${id}/logs`, undefined, 'DELETE');
    expect(gone.status).toBe(204);
    expect((await follow(`/runs/${id}/logs`, 'olivia')).status).toBe(404);
    expect((await test.send(`/runs/${id}`, undefined, 'DELETE')).status).toBe(
      204,
    );
    const { status } = await test.call(
      `GET /repos/acme/shop/actions/runs/${id}`,
    );
    expect(status).toBe(404);
  });
});

describe('artifacts', () => {
  it('are archives of what was uploaded', async () => {
    const { artifacts } = await test.read('/artifacts');
    const [{ id }] = artifacts;
    expect(artifacts).toMatchObject([
      { name: 'site', expired: false, workflow_run: { id: run.id } },
    ]);
    const { target } = await follow(`/artifacts/${id}/zip`, 'olivia');
    const archive = Buffer.from(await target!.arrayBuffer());
    expect(unzip(archive)).toEqual({ 'a.txt': '# Shop\n' });
    expect(archive.length).toBe(artifacts[0].size_in_bytes);
    expect((await follow(`/artifacts/${id}/zip`)).status).toBe(401);
  });
});

describe('webhooks', () => {
  it('are told as GitHub describes them', async () => {
    const { sandbox, shop: repository, olivia: sender } = test;
    const urls = {
      html: test.url,
      api: test.url,
      graphql: '',
      raw: '',
      enterprise: false,
    };
    const row = sandbox.state.workflowRuns.get(run.id)!;
    const [job] = sandbox.state.workflowJobs.by('run', run.id);
    const shared = { sender, repository, at: sandbox.clock.iso() };
    const frame = { repository: run.repository, sender: run.actor };
    const told = await workflowRunPayload({
      sandbox,
      urls,
      event: { ...shared, name: 'workflow_run', action: 'completed', run: row },
    });
    expect(
      openApi.checkWebhook({
        event: 'workflow_run',
        action: 'completed',
        payload: { ...frame, ...told },
      }),
    ).toEqual([]);
    const payload = workflowJobPayload({
      sandbox,
      urls,
      event: { ...shared, name: 'workflow_job', action: 'completed', job },
    });
    expect(
      openApi.checkWebhook({
        event: 'workflow_job',
        action: 'completed',
        payload: { ...frame, ...payload },
      }),
    ).toEqual([]);
  });
});

it('shows on a badge how a workflow stands', async () => {
  const badge = await test.call(
    'GET /acme/shop/actions/workflows/ci.yml/badge.svg',
  );
  expect(badge.headers.get('content-type')).toContain('image/svg+xml');
  expect(badge.text).toContain('<title>CI - passing</title>');
  const { badge_url: url } = await test.read('/workflows/ci.yml');
  const topic = await fetch(`${url}?branch=topic`);
  expect(await topic.text()).toContain('CI - no status');
});

it('lists no workflow that was deleted, but keeps its runs', async () => {
  const path = '.github/workflows/old.yml';
  await test.commit({ [path]: workflow({ run: 'echo' }) });
  const { sha } = (await test.call(`GET /repos/acme/shop/contents/${path}`))
    .body;
  await test.call(`DELETE /repos/acme/shop/contents/${path}`, {
    as: 'olivia',
    body: { message: 'Remove', sha },
  });
  await test.sandbox.settled();
  const { workflows } = await test.read('/workflows');
  expect(workflows.map((one: any) => one.path)).toEqual([FILE]);
  expect(await test.read('/workflows/old.yml')).toMatchObject({
    state: 'deleted',
  });
  expect(await test.read('/workflows/old.yml/runs')).toMatchObject({
    total_count: 1,
  });
});
