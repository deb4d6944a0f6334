import type { SandboxEvent } from '../core/events/SandboxEvent';
import { readOpenApi } from '../testing/published/readOpenApi';
import { startTestSandbox } from '../testing/startTestSandbox';
import { stopCleanly } from '../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let events: SandboxEvent[];
beforeEach(async () => {
  sandbox = await startTestSandbox();
  events = [];
  sandbox.sandbox.events.on(event => void events.push(event));
});
afterEach(() => stopCleanly(sandbox));

const releases = '/repos/acme/shop/releases';
const told = () =>
  events.map(event =>
    'action' in event ? `${event.name} ${event.action}` : event.name,
  );
const create = (body: object, as: 'olivia' | 'mel' | 'oscar' = 'mel') =>
  sandbox.call(`POST ${releases}`, { as, body });

it('answers as GitHub describes it', async () => {
  const openApi = await readOpenApi();
  const { body } = await create({
    tag_name: 'v1',
    generate_release_notes: true,
  });
  const asset = await sandbox.call(
    `POST ${releases}/${body.id}/assets?name=a.txt&label=A`,
    { as: 'mel', body: 'text', headers: { 'content-type': 'text/plain' } },
  );
  const route = (method: string, path: string) =>
    `${method} /repos/{owner}/{repo}/releases${path}`;
  const read = async (path: string) =>
    (await sandbox.call(`GET ${releases}${path}`)).body;
  const check = (template: string, status: number, answer: unknown) =>
    openApi.checkAnswer({ route: template, status, body: answer });

  expect([
    ...check(route('POST', ''), 201, body),
    ...check(route('POST', '/{release_id}/assets'), 201, asset.body),
    ...check(route('GET', ''), 200, await read('')),
    ...check(route('GET', '/latest'), 200, await read('/latest')),
    ...check(route('GET', '/tags/{tag}'), 200, await read('/tags/v1')),
    ...check(
      route('GET', '/assets/{asset_id}'),
      200,
      await read(`/assets/${asset.body.id}`),
    ),
  ]).toEqual([]);
}, 30_000);

it('makes the tag, and tells of it and of the release', async () => {
  const { status, body } = await create({
    tag_name: 'v1.0.0',
    name: 'One',
    body: 'First',
  });
  const tag = await sandbox.call('GET /repos/acme/shop/git/ref/tags/v1.0.0');
  const commit = await sandbox.call('GET /repos/acme/shop/commits/main');

  expect(status).toBe(201);
  expect(body).toMatchObject({ target_commitish: 'main', draft: false });
  expect(tag.body.object.sha).toBe(commit.body.sha);
  expect(told()).toEqual([
    'create',
    'push',
    'release created',
    'release published',
    'release released',
  ]);
});

it('leaves nothing behind where the target is missing', async () => {
  const { status, body } = await create({
    tag_name: 'v1',
    target_commitish: 'nowhere',
  });

  expect(status).toBe(422);
  expect(body.errors).toEqual([
    { resource: 'Release', field: 'target_commitish', code: 'invalid' },
  ]);
  expect((await sandbox.call(`GET ${releases}`)).body).toEqual([]);
});

it('takes a tag once', async () => {
  await create({ tag_name: 'v1' });
  const again = await create({ tag_name: 'v1' });

  expect(again.status).toBe(422);
  expect(again.body.errors).toEqual([
    { resource: 'Release', field: 'tag_name', code: 'already_exists' },
  ]);
});

it('shows drafts to those who can push, and makes the tag when they are published', async () => {
  const { body } = await create({ tag_name: 'v2', draft: true });
  const list = async (as?: 'mel' | 'oscar') =>
    (await sandbox.call(`GET ${releases}`, { as })).body;
  const tag = () => sandbox.call('GET /repos/acme/shop/git/ref/tags/v2');

  expect(await list('mel')).toHaveLength(1);
  expect(await list('oscar')).toEqual([]);
  expect(
    (await sandbox.call(`GET ${releases}/${body.id}`, { as: 'oscar' })).status,
  ).toBe(404);
  expect((await tag()).status).toBe(404);

  await sandbox.call(`PATCH ${releases}/${body.id}`, {
    as: 'mel',
    body: { draft: false },
  });
  expect(await list('oscar')).toHaveLength(1);
  expect((await tag()).status).toBe(200);
  expect(told()).toContain('release published');
});

it('knows the latest: no draft, no prerelease, or the one that was made it', async () => {
  const latest = async () =>
    (await sandbox.call(`GET ${releases}/latest`)).body?.tag_name;
  expect((await sandbox.call(`GET ${releases}/latest`)).status).toBe(404);

  await create({ tag_name: 'v1' });
  sandbox.sandbox.clock.advance({ ms: 1000 });
  await create({ tag_name: 'v2' });
  await create({ tag_name: 'v3', prerelease: true });
  expect(await latest()).toBe('v2');

  await create({ tag_name: 'v1.1', make_latest: 'false' });
  expect(await latest()).toBe('v2');
  const one = await sandbox.call(`GET ${releases}/tags/v1`);
  await sandbox.call(`PATCH ${releases}/${one.body.id}`, {
    as: 'mel',
    body: { make_latest: 'true' },
  });
  expect(await latest()).toBe('v1');
});

it('lets only those create who can push', async () => {
  expect((await create({ tag_name: 'v1' }, 'oscar')).status).toBe(404);
  const anonymous = await sandbox.call(`POST ${releases}`, {
    body: { tag_name: 'v1' },
  });
  expect(anonymous.status).toBe(401);
});

it('takes a file of any type and gives it back as it was', async () => {
  const { body: release } = await create({ tag_name: 'v1' });
  const bytes = '{ "this is": no JSON';
  const [address] = release.upload_url.split('{');
  const upload = () =>
    fetch(`${address}?name=my%20file.json`, {
      method: 'POST',
      headers: {
        authorization: `token ${sandbox.tokens.mel}`,
        'content-type': 'application/json',
      },
      body: bytes,
    });
  const answer = await upload();
  const asset = (await answer.json()) as Record<string, any>;
  const raw = await fetch(asset.url, {
    headers: { accept: 'application/octet-stream' },
  });
  const linked = await fetch(asset.browser_download_url);

  expect(answer.status).toBe(201);
  expect(asset).toMatchObject({
    name: 'my.file.json',
    size: bytes.length,
    state: 'uploaded',
  });
  expect(await raw.text()).toBe(bytes);
  expect(raw.headers.get('content-disposition')).toContain('attachment');
  expect(await linked.text()).toBe(bytes);
  expect((await upload()).status).toBe(422);

  const removed = await sandbox.call(`DELETE ${releases}/assets/${asset.id}`, {
    as: 'mel',
  });
  expect(removed.status).toBe(204);
  expect((await fetch(asset.browser_download_url)).status).toBe(404);
});

it('takes files at /api/uploads in the layout of an Enterprise Server', async () => {
  const { body } = await sandbox.call(`POST /api/v3${releases}`, {
    as: 'mel',
    body: { tag_name: 'v1' },
  });
  const [address] = body.upload_url.split('{');
  const upload = await fetch(`${address}?name=a.txt`, {
    method: 'POST',
    headers: { authorization: `token ${sandbox.tokens.mel}` },
    body: 'text',
  });

  expect(new URL(address).pathname).toBe(
    `/api/uploads${releases}/${body.id}/assets`,
  );
  expect(((await upload.json()) as { url: string }).url).toContain('/api/v3/');
});

it('keeps files of private repositories from strangers', async () => {
  const { body: release } = await sandbox.call(
    'POST /repos/acme/vault/releases',
    { as: 'olivia', body: { tag_name: 'v1' } },
  );
  const [address] = release.upload_url.split('{');
  const upload = await fetch(`${address}?name=a.txt`, {
    method: 'POST',
    headers: { authorization: `token ${sandbox.tokens.olivia}` },
    body: 'secret',
  });
  const asset = (await upload.json()) as Record<string, any>;

  expect((await fetch(asset.browser_download_url)).status).toBe(404);
  expect((await fetch(asset.url)).status).toBe(404);
});
