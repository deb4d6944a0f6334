import { generateKeyPairSync } from 'node:crypto';
/* eslint-disable @backstage/no-forbidden-package-imports -- it is for tests, and so not exported */
import { newInstallation } from '@callboard/github-sandbox/src/core/records/newInstallation';
import { newUser } from '@callboard/github-sandbox/src/core/records/newUser';
import { connectPortal } from '@callboard/github-sandbox/src/portal/connectPortal';
/* eslint-enable @backstage/no-forbidden-package-imports */
import { inspectGithub } from '../inspectGithub';
import { startInspections } from '../__testUtils__/openInspection';

let portal: Awaited<ReturnType<typeof startInspections>>;
beforeEach(async () => {
  portal = await startInspections();
});
afterEach(() => portal.stop());

const CATALOG = {
  rules: [{ allow: ['Template'] }],
  providers: { github: { organization: 'acme' } },
};

async function appOf(...options: Parameters<typeof portal.open>): Promise<any> {
  const [facts] = await inspectGithub({ context: portal.open(...options) });
  return facts.apps[0];
}

it('tells what an App is, where it is installed, and how its rights compare', async () => {
  const { host, sandbox } = portal;
  sandbox.app.events = ['push'];
  const app = await appOf(
    { apps: [portal.app()] },
    { config: { catalog: CATALOG } },
  );
  expect(app).toMatchObject({
    credentialId: `app:${host}:${sandbox.app.id}`,
    appId: sandbox.app.id,
    from: 'config',
    slug: 'portal',
    owner: 'acme',
    key: { status: 'valid' },
    events: ['push'],
    settingsUrl: `${sandbox.url}/organizations/acme/settings/apps/portal`,
    installUrl: `${sandbox.url}/apps/portal/installations/new`,
  });
  expect(app.permissions.missing).toEqual(['Webhooks: write']);
  expect(app.permissions.needless).toEqual([
    'Checks: write',
    'Commit statuses: write (read is enough)',
  ]);
  expect(app.installations).toEqual([
    expect.objectContaining({
      id: sandbox.installation.id,
      account: 'acme',
      accountType: 'Organization',
      suspended: false,
      repositorySelection: 'all',
      repositories: 3,
      htmlUrl: `${sandbox.url}/organizations/acme/settings/installations/${sandbox.installation.id}`,
      pendingPermissions: [],
    }),
  ]);
  expect(app.installations[0].someRepositories.sort()).toEqual([
    'acme/empty',
    'acme/shop',
    'acme/vault',
  ]);
  expect(app.installations[0].rateLimits).toContainEqual(
    expect.objectContaining({ resource: 'core', limit: 5000 }),
  );
});

it('says who needs a permission that is missing', async () => {
  const app = await appOf(
    { apps: [portal.app()] },
    { config: { catalog: CATALOG } },
  );
  expect(
    app.permissions.rows.find((row: any) => row.verdict === 'missing'),
  ).toEqual({
    permission: 'repository_hooks',
    title: 'Webhooks',
    scope: 'repository',
    needed: 'write',
    neededBy: [
      {
        feature: 'Templates that create webhooks',
        level: 'write',
        route: 'POST /repos/{owner}/{repo}/hooks',
      },
    ],
    verdict: 'missing',
  });
});

it('tells what an account has not accepted yet, and that an installation is suspended', async () => {
  const { sandbox } = portal;
  sandbox.installation.permissions = { metadata: 'read', contents: 'read' };
  const pending = (await appOf({ apps: [portal.app()] })).installations[0];
  expect(pending.pendingPermissions).toContain('Contents: write');
  expect(pending.pendingPermissions).toContain('Members: read');
  expect(pending.permissions.missing).toEqual(['Commit statuses: read']);

  sandbox.installation.suspendedAt = '2026-01-01T00:00:00Z';
  const suspended = (await appOf({ apps: [portal.app()] })).installations[0];
  expect(suspended).toMatchObject({ suspended: true, rateLimits: [] });
  expect(suspended.repositories).toBeUndefined();
});

it.each([
  ['unreadable', () => ({ privateKey: 'not a key' }), /private key/i],
  ['rejected', () => ({ privateKey: otherKey() }), /could not be decoded/],
  ['app-unknown', () => ({ appId: 99 }), /knows no App 99/],
])('finds a key %s', async (status, change, detail) => {
  const app = await appOf({ apps: [portal.app(change())] });
  expect(app.key).toEqual({ status, detail: expect.stringMatching(detail) });
  expect(app.installations).toEqual([]);
});

it('tells of a webhook what GitHub has, what is expected, and how the last deliveries went', async () => {
  const { sandbox } = portal;
  const webhookOf = async (more?: { webhookUrl: string }) =>
    (await appOf({ apps: [portal.app(more)] })).webhook;

  expect(await webhookOf()).toEqual({
    expectedUrl: 'https://portal.example.com/api/events/http/github',
    hasSecret: false,
    insecureSsl: false,
    verdict: 'off',
    lastDeliveries: [],
  });

  Object.assign(sandbox.app, {
    webhookUrl: 'https://old.example.com/hook',
    webhookSecret: 'hook-secret',
    webhookActive: true,
  });
  expect(await webhookOf()).toMatchObject({
    url: 'https://old.example.com/hook',
    hasSecret: true,
    verdict: 'elsewhere',
  });
  expect(
    await webhookOf({ webhookUrl: 'https://old.example.com/hook/' }),
  ).toMatchObject({ verdict: 'unknown' });

  const deliver = (statusCode: number) =>
    sandbox.sandbox.state.deliveries.insert({
      id: sandbox.sandbox.nextId(),
      hook: { kind: 'app', id: sandbox.app.id },
      guid: 'guid',
      deliveredAt: '2026-01-02T00:00:00Z',
      redelivery: false,
      duration: 0.1,
      status: statusCode === 202 ? 'OK' : 'Invalid HTTP Response: 500',
      statusCode,
      event: 'push',
      action: null,
      installationId: null,
      repositoryId: null,
      url: 'https://old.example.com/hook',
      request: { headers: {}, payload: {} },
      response: { headers: {}, payload: '' },
    } as any);
  deliver(202);
  const configured = { webhookUrl: 'https://old.example.com/hook' };
  expect(await webhookOf(configured)).toMatchObject({ verdict: 'ok' });
  deliver(500);
  const failing = await webhookOf(configured);
  expect(failing).toMatchObject({ verdict: 'failing' });
  expect(failing.lastDeliveries.map((one: any) => one.statusCode)).toEqual([
    500, 202,
  ]);
});

it('asks fifty of many installations what they reach, and lists the others', async () => {
  const { sandbox } = portal;
  for (let index = 0; index < 54; index++) {
    newInstallation({
      sandbox: sandbox.sandbox,
      app: sandbox.app,
      account: newUser({ sandbox: sandbox.sandbox, login: `person-${index}` }),
    });
  }
  const { installations } = await appOf({ apps: [portal.app()] });
  expect(installations).toHaveLength(55);
  expect(
    installations.filter((one: any) => one.repositories !== undefined),
  ).toHaveLength(50);
  expect(
    installations.find((one: any) => one.account === 'person-3'),
  ).toMatchObject({
    accountType: 'User',
    // Nothing of an organisation is asked of a person.
    pendingPermissions: [],
  });
});

it('has nothing to complain about in the portal of the trial', async () => {
  const { sandbox, host } = portal;
  const credentials = {
    app: {
      id: 4711,
      slug: 'callboard',
      clientId: 'Iv1.callboard',
      clientSecret: 'app-secret',
      privateKey: otherKey(),
      webhookSecret: 'hook-secret',
    },
    oauthApp: { clientId: 'Ov1.callboard', clientSecret: 'oauth-secret' },
  };
  connectPortal({
    sandbox: sandbox.sandbox,
    organisation: sandbox.organisation,
    credentials,
    portalUrl: 'https://portal.example.com',
  });
  const { id: appId, clientId, clientSecret, privateKey } = credentials.app;
  const app = await appOf(
    { apps: [{ appId, clientId, clientSecret, privateKey }] },
    {
      config: {
        auth: {
          environment: 'production',
          providers: {
            github: {
              production: {
                ...credentials.oauthApp,
                enterpriseInstanceUrl: sandbox.url,
              },
            },
          },
        },
        events: { modules: { github: { webhookSecret: 'hook-secret' } } },
        callboard: { github: { activity: { enabled: true } } },
        catalog: {
          rules: [{ allow: ['Template'] }],
          providers: {
            github: { acme: { host, organization: 'acme' } },
            githubOrg: { id: 'a', githubUrl: sandbox.url, orgs: ['acme'] },
          },
        },
      },
    },
  );
  expect(app).toMatchObject({
    name: 'Callboard',
    key: { status: 'valid' },
    webhook: {
      url: 'https://portal.example.com/api/events/http/github',
      hasSecret: true,
    },
  });
  expect(app.events).toEqual(
    expect.arrayContaining(['push', 'repository', 'team', 'membership']),
  );
  expect(app.permissions.missing).toEqual([]);
  expect(app.permissions.needless).toEqual([]);
});

function otherKey(): string {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }) as string;
}
