import fs from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import { openManaging } from '../__testUtils__/openManaging';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

let scene: Awaited<ReturnType<typeof openManaging>>;
afterEach(() => scene?.stop());

async function create(body: object = {}, keep: 'store' | 'show' = 'store') {
  const form = await scene.post('/apps', {
    host: scene.host,
    organization: 'acme',
    ...body,
  });
  expect(form.status).toBe(200);
  const { code, state } = await scene.sayYes(form.body);
  const done = await scene.post('/apps/complete', { code, state, keep });
  return { form: form.body, code, state, done };
}

/** Everything that leaves the portal other than the answer to the one who asked. */
const traces = () =>
  JSON.stringify([
    scene.audit,
    scene.logged,
    scene.github.trace.list({ limit: 1000 }),
  ]);

describe('an App that is stored', () => {
  it('gets exactly what the features need, and is known at once', async () => {
    scene = await openManaging({ databases });
    const { form, done } = await create();
    const manifest = JSON.parse(form.manifest);
    expect(form.action).toBe(
      `${scene.sandbox.url}/organizations/acme/settings/apps/new?state=${form.state}`,
    );
    expect(manifest).toMatchObject({
      name: 'Callboard for acme',
      redirect_url: 'http://localhost:7007/connections/app-created',
      public: false,
      hook_attributes: {
        url: 'http://localhost:7007/api/events/http/github',
        active: true,
      },
    });
    expect(manifest.default_permissions).toMatchObject({ contents: 'read' });
    expect(Object.entries(manifest.default_permissions)).toEqual(
      form.permissions.map((row: any) => [row.permission, row.level]),
    );
    expect(form.permissions).toContainEqual({
      permission: 'contents',
      level: 'read',
      neededBy: expect.arrayContaining(['Discovery of catalog files']),
    });

    expect(done.status).toBe(200);
    expect(done.headers['cache-control']).toBe('no-store');
    expect(done.body).toMatchObject({
      slug: 'callboard-for-acme',
      keep: 'store',
      file: scene.file,
      installUrl: `${scene.sandbox.url}/apps/callboard-for-acme/installations/new`,
    });
    expect(done.body).not.toHaveProperty('variables');
    expect(done.body.next[0]).toBe(
      `Install it on acme, on all repositories or on those that the portal should see: ${done.body.installUrl}`,
    );
    expect(done.body.next[1]).toContain(
      'the discovery of repositories, people and teams and webhooks',
    );

    const [credential] = scene.github.credentials
      .hosts()
      .find(({ host }) => host === scene.host)!.credentials;
    expect(credential).toMatchObject({
      kind: 'app',
      from: 'stored',
      appId: done.body.appId,
    });
    const client = await scene.github.forPlugin('test').client({
      url: scene.sandbox.url,
      as: { app: credential.id },
    });
    const { data } = await client.request('GET /app');
    expect(data).toMatchObject({ slug: 'callboard-for-acme' });
  });

  it('lies in a file for its owner alone, and nowhere else', async () => {
    scene = await openManaging({ databases });
    const { code, state } = await create();
    expect(fs.statSync(scene.file!).mode % 0o1000).toBe(0o600);
    const [stored] = scene.github.stored.list();
    const secrets = [
      code,
      state,
      ...(stored.kind === 'app'
        ? [
            stored.clientSecret,
            stored.webhookSecret!,
            stored.privateKey,
            stored.privateKey.split('\n')[1],
          ]
        : []),
    ];
    expect(secrets).toHaveLength(6);
    expect(secrets.every(secret => secret.length > 10)).toBe(true);
    expect(secrets.filter(secret => traces().includes(secret))).toEqual([]);
  });

  it('is in the audit log, from beginning to end', async () => {
    scene = await openManaging({ databases });
    const { done } = await create();
    expect(scene.audit).toEqual([
      {
        eventId: 'app-create',
        severityLevel: 'medium',
        outcome: 'success',
        meta: {
          permissions: expect.arrayContaining(['contents: read']),
        },
      },
      {
        eventId: 'app-create',
        severityLevel: 'high',
        outcome: 'success',
        meta: {
          appId: done.body.appId,
          slug: 'callboard-for-acme',
          kept: 'store',
        },
      },
    ]);
  });

  it('is not offered without a file, and the App can still be shown', async () => {
    scene = await openManaging({ databases, file: null });
    const { code, state, done } = await create();
    expect(done.status).toBe(400);
    expect(done.message).toContain(
      'no file for credentials (callboard.github.storedCredentials)',
    );
    expect(scene.github.stored.list()).toEqual([]);
    const shown = await scene.post('/apps/complete', {
      ...{ code, state, keep: 'show' },
    });
    expect(shown.status).toBe(200);
    expect(shown.body).toMatchObject({ keep: 'show' });
  });

  it('is shown instead when it cannot be stored: GitHub tells no second time', async () => {
    scene = await openManaging({ databases });
    // A file where the folder should be.
    fs.writeFileSync(scene.file!.replace(/\/[^/]*$/, ''), '');
    const { done } = await create();
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({
      keep: 'show',
      variables: { GHE_APP_ID: String(done.body.appId) },
    });
    expect(done.body.next[0]).toMatch(/^The credentials could not be stored/);
  });
});

describe('an App that is shown', () => {
  it('is told once, under the names of the presets, and kept nowhere', async () => {
    scene = await openManaging({
      databases,
      config: { callboard: { presets: ['github'] } },
    });
    const { done } = await create({ name: 'Another name' }, 'show');
    expect(done.headers['cache-control']).toBe('no-store');
    expect(Object.keys(done.body.variables)).toEqual([
      'GITHUB_APP_ID',
      'GITHUB_CLIENT_ID',
      'GITHUB_CLIENT_SECRET',
      'GITHUB_PRIVATE_KEY',
      'GITHUB_WEBHOOK_URL',
      'GITHUB_WEBHOOK_SECRET',
    ]);
    expect(done.body.config).toContain('appId: ${GITHUB_APP_ID}');
    expect(done.body.next[1]).toContain('The preset github reads them');
    expect(done.body.variables.GITHUB_PRIVATE_KEY).toMatch(
      /^-----BEGIN RSA PRIVATE KEY-----\n/,
    );
    expect(done.body.slug).toBe('another-name');
    expect(scene.github.stored.list()).toEqual([]);
    expect(fs.existsSync(scene.file!)).toBe(false);
    expect(traces()).not.toContain(done.body.variables.GITHUB_CLIENT_SECRET);
  });

  it('has no webhook where none is asked for', async () => {
    scene = await openManaging({ databases });
    const { form, done } = await create({ webhook: false }, 'show');
    expect(JSON.parse(form.manifest)).not.toHaveProperty('hook_attributes');
    expect(Object.keys(done.body.variables)).toEqual([
      'GHE_APP_ID',
      'GHE_APP_CLIENT_ID',
      'GHE_APP_CLIENT_SECRET',
      'GHE_PRIVATE_KEY',
    ]);
  });
});

describe('what is chosen', () => {
  it('may be a person, and some features', async () => {
    scene = await openManaging({ databases });
    const form = await scene.post('/apps', {
      host: scene.host.toUpperCase(),
      features: ['people-and-teams'],
    });
    expect(form.body.action).toMatch(/\/settings\/apps\/new\?state=/);
    expect(form.body.action).not.toContain('organizations');
    expect(
      Object.keys(JSON.parse(form.body.manifest).default_permissions),
    ).toContain('members');
  });

  it.each<[string, object | string, number, string]>([
    [
      'a GitHub that is not configured',
      { host: 'elsewhere.example.com' },
      404,
      "connected to no GitHub named 'elsewhere.example.com'",
    ],
    [
      'a feature that there is not',
      { features: ['no-such-feature'] },
      400,
      'There is no feature no-such-feature. There are: reading-files',
    ],
    [
      'an organisation that is a path',
      { organization: '../settings' },
      400,
      'name of the organisation',
    ],
    [
      'a name that is too long for GitHub',
      { name: 'x'.repeat(35) },
      400,
      'at most 34 characters',
    ],
    ['a field that is not known', { organisation: 'acme' }, 400, 'not known'],
    ['no host', { host: 7 }, 400, 'host'],
  ])('is refused: %s', async (_, body, status, text) => {
    scene = await openManaging({ databases });
    const answer = await scene.post('/apps', {
      host: scene.host,
      ...(body as object),
    });
    expect(answer.status).toBe(status);
    expect(answer.message).toContain(text);
  });
});

describe('who may', () => {
  it('is operators alone', async () => {
    scene = await openManaging({ databases });
    for (const route of ['/apps', '/apps/complete']) {
      const denied = await scene.post(route, {}, 'mel');
      expect(denied.status).toBe(403);
      expect(denied.message).toContain('connections.manage');
      expect((await scene.post(route, {}, null)).status).toBe(401);
    }
    expect(scene.audit).toEqual([]);
  });
});
