import { createAppAuth } from '@octokit/auth-app';
import { App, Octokit } from 'octokit';
import type { SandboxEvent } from '../core/events/SandboxEvent';
import { newInstallation } from '../core/records/newInstallation';
import { newRepository } from '../core/records/newRepository';
import { stopCleanly } from '../testing/stopCleanly';
import { signJwt } from './__testUtils__/signJwt';
import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let events: SandboxEvent[];
beforeEach(async () => {
  sandbox = await startTestSandbox();
  events = [];
  sandbox.sandbox.events.on(event => {
    events.push(event);
  });
});
afterEach(() => stopCleanly(sandbox));

const asApp = async (route: string, body?: unknown) =>
  sandbox.call(route, { token: await signJwt(sandbox), body });

describe('installation tokens', () => {
  const createToken = async (body: unknown = {}) =>
    asApp(
      `POST /app/installations/${sandbox.installation.id}/access_tokens`,
      body,
    );

  it('have the permissions of the installation and end after an hour', async () => {
    const created = await createToken();
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      token: expect.stringMatching(/^ghs_[A-Za-z0-9]{36}$/),
      permissions: { contents: 'write', members: 'read' },
      repository_selection: 'all',
    });
    expect(created.body).not.toHaveProperty('repositories');
    const { token } = created.body;
    const list = await sandbox.call('GET /installation/repositories', {
      token,
    });
    expect(
      list.body.repositories.map(({ name }: { name: string }) => name),
    ).toEqual(['shop', 'vault', 'empty']);
    expect(list.body).toMatchObject({
      total_count: 3,
      repository_selection: 'all',
    });
    expect(list.headers.get('x-ratelimit-limit')).toBe('5000');
    expect(list.headers.get('x-oauth-scopes')).toBeNull();

    sandbox.sandbox.clock.advance({ ms: 60 * 60 * 1000 });
    const late = await sandbox.call('GET /installation/repositories', {
      token,
    });
    expect(late.status).toBe(401);
    expect(late.body.message).toBe('Bad credentials');
  });

  it('can be restricted', async () => {
    const created = await createToken({
      repositories: ['Vault'],
      permissions: { contents: 'read' },
    });
    expect(created.body).toMatchObject({
      permissions: { contents: 'read', metadata: 'read' },
      repository_selection: 'selected',
      repositories: [{ name: 'vault', private: true }],
    });
    const list = await sandbox.call('GET /installation/repositories', {
      token: created.body.token,
    });
    expect(list.body).toMatchObject({
      total_count: 1,
      repository_selection: 'selected',
    });
  });

  it.each<[unknown, string]>([
    [
      { permissions: { administration: 'admin' } },
      'The permissions requested are not granted to this installation.',
    ],
    [
      { permissions: { dependabot_secrets: 'read' } },
      'The permissions requested are not granted to this installation.',
    ],
    [
      { repositories: ['shop', 'nothing'] },
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    ],
    [
      { repository_ids: [1] },
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    ],
  ])('are not made with %j', async (body, message) => {
    const created = await createToken(body);
    expect(created.status).toBe(422);
    expect(created.body.message).toBe(message);
  });

  it('can be given back', async () => {
    const { token } = (await createToken()).body;
    const revoked = await sandbox.call('DELETE /installation/token', {
      token,
    });
    expect(revoked.status).toBe(204);
    const again = await sandbox.call('GET /installation/repositories', {
      token,
    });
    expect(again.status).toBe(401);
    const asOlivia = await sandbox.call('GET /installation/repositories', {
      as: 'olivia',
    });
    expect(asOlivia.status).toBe(403);
  });

  it('are of the App itself alone', async () => {
    const other = await asApp('POST /app/installations/1/access_tokens');
    expect(other.status).toBe(404);
  });
});

describe('installations', () => {
  const path = () => `/app/installations/${sandbox.installation.id}`;

  it('are suspended and come back, and their tokens say so', async () => {
    const { token } = (await asApp(`POST ${path()}/access_tokens`)).body;
    expect((await asApp(`PUT ${path()}/suspended`)).status).toBe(204);
    const suspended = await asApp(`GET ${path()}`);
    expect(suspended.body).toMatchObject({
      suspended_by: { login: 'portal[bot]' },
      suspended_at: expect.any(String),
    });
    for (const answer of [
      await asApp(`POST ${path()}/access_tokens`),
      await sandbox.call('GET /installation/repositories', { token }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.message).toBe('This installation has been suspended');
    }
    expect((await asApp(`DELETE ${path()}/suspended`)).status).toBe(204);
    const back = await sandbox.call('GET /installation/repositories', {
      token,
    });
    expect(back.status).toBe(200);
    expect(events).toMatchObject([
      { name: 'installation', action: 'suspend' },
      { name: 'installation', action: 'unsuspend' },
    ]);
  });

  it('are deleted with their tokens', async () => {
    const { token } = (await asApp(`POST ${path()}/access_tokens`)).body;
    expect((await asApp(`DELETE ${path()}`)).status).toBe(204);
    expect((await asApp(`GET ${path()}`)).status).toBe(404);
    const answer = await sandbox.call('GET /installation/repositories', {
      token,
    });
    expect(answer.status).toBe(401);
    expect(events).toMatchObject([{ name: 'installation', action: 'deleted' }]);
  });

  it('are found by repository, organisation and person', async () => {
    const { sandbox: state, app, oscar } = sandbox;
    const own = newInstallation({
      sandbox: state,
      app,
      account: oscar,
      values: { repositorySelection: 'selected' },
    });
    newRepository({ sandbox: state, owner: oscar, name: 'left-out' });
    const found = await Promise.all(
      [
        'GET /repos/acme/vault/installation',
        'GET /repos/acme/none/installation',
        'GET /repos/oscar/left-out/installation',
        'GET /orgs/acme/installation',
        'GET /users/oscar/installation',
        'GET /users/mel/installation',
      ].map(async route => {
        const { status, body } = await asApp(route);
        return status === 200 ? body.id : status;
      }),
    );
    const { id } = sandbox.installation;
    expect(found).toEqual([id, 404, 404, id, own.id, 404]);
  });

  it('are listed for owners of the organisation', async () => {
    const asOwner = await sandbox.call('GET /orgs/acme/installations', {
      as: 'olivia',
    });
    expect(asOwner.body).toMatchObject({
      total_count: 1,
      installations: [{ app_slug: 'portal', target_type: 'Organization' }],
    });
    const asMember = await sandbox.call('GET /orgs/acme/installations', {
      as: 'mel',
    });
    expect(asMember.status).toBe(403);
  });

  it('get and lose single repositories', async () => {
    const { installation, shop, vault } = sandbox;
    const target = (id: number) =>
      `/user/installations/${installation.id}/repositories/${id}`;
    const all = await sandbox.call(`PUT ${target(shop.id)}`, { as: 'olivia' });
    expect(all.status).toBe(304);
    installation.repositorySelection = 'selected';
    installation.repositoryIds = [vault.id];
    const steps = [
      await sandbox.call(`PUT ${target(shop.id)}`, { as: 'mel' }),
      await sandbox.call(`PUT ${target(shop.id)}`, { as: 'olivia' }),
      await sandbox.call(`DELETE ${target(vault.id)}`, { as: 'olivia' }),
      await sandbox.call(`DELETE ${target(shop.id)}`, { as: 'olivia' }),
    ];
    expect(steps.map(({ status }) => status)).toEqual([403, 204, 204, 422]);
    expect(installation.repositoryIds).toEqual([shop.id]);
    expect(events).toMatchObject([
      { name: 'installation_repositories', action: 'added' },
      { name: 'installation_repositories', action: 'removed' },
    ]);
  });
});

it('shows private Apps to their own people, public ones to everybody', async () => {
  const ask = async (as?: 'mel' | 'oscar') =>
    (await sandbox.call('GET /apps/portal', { as })).status;
  expect([await ask(), await ask('oscar'), await ask('mel')]).toEqual([
    404, 404, 200,
  ]);
  sandbox.app.public = true;
  expect(await ask()).toBe(200);
});

it('keeps where the webhook of an App goes', async () => {
  const changed = await asApp('PATCH /app/hook/config', {
    url: 'http://localhost:7007/api/events/http/github',
    secret: 'tell nobody',
  });
  expect(changed.body).toEqual({
    content_type: 'json',
    insecure_ssl: '0',
    secret: '********',
    url: 'http://localhost:7007/api/events/http/github',
  });
  expect((await asApp('GET /app/hook/config')).body).toEqual(changed.body);
  expect(sandbox.app.webhookSecret).toBe('tell nobody');
});

describe("Octokit's own ways", () => {
  it('sign in as an installation, and on an Enterprise Server', async () => {
    const octokit = new Octokit({
      baseUrl: `${sandbox.url}/api/v3`,
      authStrategy: createAppAuth,
      auth: {
        appId: sandbox.app.id,
        privateKey: sandbox.privateKey,
        installationId: sandbox.installation.id,
      },
    });
    const { data } =
      await octokit.rest.apps.listReposAccessibleToInstallation();
    expect(data.total_count).toBe(3);
  });

  it('go through all installations and their repositories', async () => {
    const app = new App({
      appId: sandbox.app.id,
      privateKey: sandbox.privateKey,
      Octokit: Octokit.defaults({ baseUrl: sandbox.url }),
    });
    const names: string[] = [];
    await app.eachRepository(({ repository }) => {
      names.push(repository.full_name);
    });
    expect(names).toEqual(['acme/shop', 'acme/vault', 'acme/empty']);
  });
});
