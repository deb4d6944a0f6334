import type { StoredApp } from '@callboard/plugin-github-node';
import { privateKey } from '../../testing/privateKey';
import { inspectStored } from './__testUtils__/inspectStored';

jest.setTimeout(30_000);

const app = (values: Partial<StoredApp> = {}): StoredApp => ({
  kind: 'app',
  host: 'github.com',
  appId: 4711,
  slug: 'portal',
  name: 'Portal',
  htmlUrl: 'https://github.com/apps/portal',
  clientId: 'Iv23listored',
  clientSecret: 'stored-client-secret',
  privateKey,
  webhookSecret: 'stored-webhook-secret',
  webhookUrl: 'https://portal.example.com/api/events/http/github',
  storedAt: '2026-11-26T10:00:00.000Z',
  ...values,
});

describe('a stored App', () => {
  it('is the credential of the preset github', async () => {
    const { github, problems, portal, entry } = await inspectStored({
      credentials: [app()],
      presets: ['github'],
      env: { GITHUB_ORG: 'acme' },
    });
    expect(problems).toEqual([]);
    expect(github).toEqual([
      {
        host: 'github.com',
        apps: [
          {
            appId: 4711,
            clientId: 'Iv23listored',
            clientSecret: 'stored-client-secret',
            privateKey,
            webhookUrl: 'https://portal.example.com/api/events/http/github',
            webhookSecret: 'stored-webhook-secret',
          },
        ],
      },
    ]);
    expect(portal.config.get('events.modules.github.webhookSecret')).toBe(
      'stored-webhook-secret',
    );
    expect(await entry('integrations.github[0].apps[0].privateKey')).toEqual({
      key: 'integrations.github[0].apps[0].privateKey',
      value: '<secret>',
      from: 'preset github, variable GITHUB_PRIVATE_KEY from the data directory',
      overrides: [],
    });
    expect(await entry('events.modules.github.webhookSecret')).toEqual({
      key: 'events.modules.github.webhookSecret',
      value: '<secret>',
      from: 'preset github, variable GITHUB_WEBHOOK_SECRET from the data directory',
      overrides: [],
    });
  });

  it('serves the presets of a GitHub Enterprise Server by its host', async () => {
    const { github, problems, entry } = await inspectStored({
      credentials: [app({ host: 'ghe.example.com' })],
      presets: ['github-enterprise'],
      env: { GHE_ORG: 'acme', GHE_BASE_URL: 'https://ghe.example.com' },
    });
    expect(problems).toEqual([]);
    expect(github).toMatchObject([
      { host: 'ghe.example.com', apps: [{ appId: 4711 }] },
    ]);
    // These presets name no secret for events.
    expect(await entry('events.modules.github.webhookSecret')).toMatchObject({
      value: '<secret>',
      from: 'the data directory',
    });
  });

  it('leaves another host alone', async () => {
    const { problems } = await inspectStored({
      credentials: [app({ host: 'ghe.example.com' })],
      presets: ['github'],
      env: { GITHUB_ORG: 'acme' },
    });
    expect(problems).toEqual([
      expect.stringContaining('nothing is set for the choice'),
    ]);
  });

  it('gives way to an App in the environment, whole', async () => {
    const { github } = await inspectStored({
      credentials: [app()],
      presets: ['github'],
      env: {
        GITHUB_ORG: 'acme',
        GITHUB_APP_ID: '12',
        GITHUB_PRIVATE_KEY: privateKey,
        GITHUB_CLIENT_ID: 'Iv1.own',
        GITHUB_CLIENT_SECRET: 'own-secret',
      },
    });
    expect(github?.[0].apps).toEqual([
      {
        appId: 12,
        clientId: 'Iv1.own',
        clientSecret: 'own-secret',
        privateKey,
      },
    ]);
  });

  it('does not lend its key to another App', async () => {
    const { problems } = await inspectStored({
      credentials: [app()],
      presets: ['github'],
      env: { GITHUB_ORG: 'acme', GITHUB_APP_ID: '12' },
    });
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringContaining('GITHUB_PRIVATE_KEY is not set'),
      ]),
    );
  });

  it('fills up what the environment leaves out of the same App', async () => {
    const { github, problems } = await inspectStored({
      credentials: [app(), app({ appId: 5000, storedAt: '2027-01-01' })],
      presets: ['github'],
      env: { GITHUB_ORG: 'acme', GITHUB_APP_ID: '4711' },
    });
    expect(problems).toEqual([]);
    expect(github?.[0].apps).toMatchObject([
      { appId: 4711, clientId: 'Iv23listored' },
    ]);
  });

  it('takes the newest of several', async () => {
    const { github } = await inspectStored({
      credentials: [
        app({ appId: 1, storedAt: '2026-01-01T00:00:00.000Z' }),
        app({ appId: 2, storedAt: '2026-03-01T00:00:00.000Z' }),
        app({ appId: 3, storedAt: '2026-02-01T00:00:00.000Z' }),
      ],
      presets: ['github'],
      env: { GITHUB_ORG: 'acme' },
    });
    expect(github?.[0].apps).toMatchObject([{ appId: 2 }]);
  });

  it('leaves the client of sign-in alone that goes by its old name', async () => {
    const { github, problems, portal } = await inspectStored({
      credentials: [app()],
      presets: ['github', 'github-auth'],
      env: {
        GITHUB_ORG: 'acme',
        GITHUB_CLIENT_ID: 'Ov23sign-in',
        GITHUB_CLIENT_SECRET: 'sign-in-secret',
      },
    });
    expect(problems).toEqual([]);
    expect(portal.config.get('auth.providers.github.production')).toMatchObject(
      {
        clientId: 'Ov23sign-in',
        clientSecret: 'sign-in-secret',
      },
    );
    expect(github?.[0].apps).toMatchObject([
      { clientId: 'Iv23listored', clientSecret: 'stored-client-secret' },
    ]);
  });

  it('gets into entries that a person wrote without an App', async () => {
    const { github, entry } = await inspectStored({
      credentials: [app()],
      local: {
        auth: { providers: { guest: {} } },
        integrations: { github: [{ host: 'github.com', token: 'ghp_own' }] },
      },
    });
    expect(github).toMatchObject([
      { host: 'github.com', token: 'ghp_own', apps: [{ appId: 4711 }] },
    ]);
    expect(await entry('integrations.github[0].apps[0].appId')).toMatchObject({
      value: 4711,
      from: 'the data directory',
    });
  });

  it('stays out of entries with Apps of their own, and of connections', async () => {
    const own = { appId: 9, clientId: 'a', clientSecret: 'b', privateKey };
    const { github } = await inspectStored({
      credentials: [app()],
      local: {
        auth: { providers: { guest: {} } },
        integrations: { github: [{ host: 'github.com', apps: [own] }] },
      },
    });
    expect(github).toEqual([{ host: 'github.com', apps: [own] }]);
    const other = await inspectStored({
      credentials: [app()],
      local: {
        auth: { providers: { guest: {} } },
        connections: [
          { type: 'github', host: 'github.com', auth: [{ method: 'none' }] },
        ],
      },
    });
    expect(other.github).toBeUndefined();
  });
});
