import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a suite of tests of it
import { inspectSystems } from '@callboard/plugin-connections-backend';
import { startAzureDevOps } from '../presets/standIns/azureDevOps/startAzureDevOps';
import { startGitLab } from '../presets/standIns/gitlab/startGitLab';
import { startKubernetes } from '../presets/standIns/kubernetes/startKubernetes';
import { startKeycloak } from '../presets/standIns/startKeycloak';
import { testAuthority } from '../presets/standIns/testAuthority';

jest.setTimeout(60_000);

const NOW = new Date('2026-11-26T10:00:00Z');

/** An unsigned token of a service account, which ends on a day. */
const accountToken = (day: string) =>
  ['{}', JSON.stringify({ exp: Date.parse(day) / 1000 }), 'x']
    .map(part => Buffer.from(part).toString('base64url'))
    .join('.');

describe('systems other than GitHub', () => {
  const closers: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    (await testAuthority()).trust();
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  function opened<T extends { close(): Promise<unknown> }>(server: T): T {
    closers.push(() => server.close());
    return server;
  }
  const inspect = async (data: JsonObject) =>
    inspectSystems({
      context: {
        config: mockServices.rootConfig({ data }),
        fetch,
        now: () => NOW,
      },
    });

  describe('GitLab', () => {
    const TOKEN = 'glpat-of-the-tests';
    const start = async (tokenExpires?: string) =>
      opened(
        await startGitLab({ token: TOKEN, tokenExpires, catalogInfo: '' }),
      );
    const entry = (server: { host: string; url: string }, token: string) => ({
      integrations: {
        gitlab: [
          { host: server.host, apiBaseUrl: `${server.url}/api/v4`, token },
        ],
      },
    });

    it.each([
      [undefined, 'pass', /It takes the token "portal" \(read_api\)\.$/],
      ['2027-06-30', 'pass', /good until 2027-06-30/],
      ['2026-12-01', 'warn', /expires on 2026-12-01/],
      ['2026-11-01', 'fail', /expired on 2026-11-01/],
    ])('token until %s: %s', async (day, status, detail) => {
      const server = await start(day);
      const [facts] = await inspect(entry(server, TOKEN));
      expect(facts).toMatchObject({
        id: `gitlab:${server.host}`,
        kind: 'gitlab',
        configKey: 'integrations.gitlab[0]',
        credential: { type: 'access token' },
        status,
        detail: expect.stringMatching(detail),
        latencyMs: expect.any(Number),
      });
      expect(server.unknown).toEqual([]);
    });

    it('tells a token that is refused, without it', async () => {
      const server = await start();
      const [facts] = await inspect(entry(server, 'glpat-wrong'));
      expect(facts).toMatchObject({
        status: 'fail',
        detail: 'GitLab refuses the credential (HTTP 401).',
        remedy: expect.stringContaining('integrations.gitlab[0].token'),
      });
      expect(JSON.stringify(facts)).not.toContain('glpat-wrong');
    });

    it('tells a server that is not there', async () => {
      const [facts] = await inspect(
        entry({ host: 'localhost:1', url: 'https://name:pw@localhost:1' }, 'x'),
      );
      expect(facts).toMatchObject({ status: 'fail' });
      expect(JSON.stringify(facts)).not.toContain('name:pw');
    });

    it('reads an entry of connections, which wins', async () => {
      const server = await start();
      const [facts, ...others] = await inspect({
        ...entry({ host: 'localhost:1', url: 'https://localhost:1' }, 'x'),
        connections: [
          {
            type: 'gitlab',
            host: server.host,
            apiBaseUrl: `${server.url}/api/v4`,
            auth: [{ method: 'token', token: TOKEN }],
          },
        ],
      });
      expect(facts).toMatchObject({
        configKey: 'connections[0]',
        status: 'pass',
      });
      expect(others).toEqual([]);
    });
  });

  it('Azure DevOps: tries the token on the organisation', async () => {
    const token = 'a'.repeat(52);
    const server = opened(await startAzureDevOps({ token, catalogInfo: '' }));
    const run = (personalAccessToken: string) =>
      inspect({
        integrations: {
          azure: [
            { host: server.host, credentials: [{ personalAccessToken }] },
          ],
        },
        catalog: {
          providers: {
            azureDevOps: {
              default: { host: server.host, organization: 'acme' },
            },
          },
        },
      });
    expect(await run(token)).toMatchObject([
      { status: 'pass', credential: { type: 'personal access token' } },
    ]);
    expect(await run('wrong')).toMatchObject([
      {
        status: 'fail',
        detail: 'Azure DevOps refuses the credential (HTTP 401).',
      },
    ]);
    expect(server.unknown).toEqual([]);
  });

  describe('OpenID Connect', () => {
    const SECRET = 'client-secret';
    const start = async () =>
      opened(
        await startKeycloak({
          realm: 'acme',
          clientId: 'callboard',
          clientSecret: SECRET,
          redirectUri: 'http://localhost:7007/api/auth/oidc/handler/frame',
        }),
      );
    const run = (url: string, metadataUrl: string, clientSecret = SECRET) =>
      inspect({
        auth: {
          environment: 'production',
          providers: { oidc: { production: { metadataUrl } } },
        },
        catalog: {
          providers: {
            keycloakOrg: {
              default: {
                baseUrl: url,
                realm: 'acme',
                clientId: 'callboard',
                clientSecret,
              },
            },
          },
        },
      });
    const DISCOVERY = '/.well-known/openid-configuration';

    it('passes a provider that is who it says, and a client that is taken', async () => {
      const { url, issuer, unknown } = await start();
      expect(await run(url, `${issuer}${DISCOVERY}`)).toMatchObject([
        {
          id: 'oidc:sign-in',
          status: 'pass',
          detail: expect.stringContaining(issuer),
        },
        {
          id: 'oidc:keycloak:default',
          status: 'pass',
          detail: 'It takes the client callboard.',
        },
      ]);
      expect(unknown).toEqual([]);
    });

    it('tells another issuer, another realm, and a client that is refused', async () => {
      const { url, issuer } = await start();
      const [asAddress] = await run(
        url,
        `${issuer.replace('localhost', '127.0.0.1')}${DISCOVERY}`,
      );
      expect(asAddress).toMatchObject({
        status: 'warn',
        detail: expect.stringContaining(`another issuer, ${issuer}`),
      });
      const [noRealm, client] = await run(
        url,
        `${url}/realms/other${DISCOVERY}`,
        'wrong',
      );
      expect(noRealm).toMatchObject({ status: 'fail' });
      expect(client).toMatchObject({
        status: 'fail',
        detail: 'Keycloak refuses the client callboard (invalid_client).',
      });
      expect(JSON.stringify(client)).not.toContain('wrong');
    });
  });

  describe('Kubernetes', () => {
    const run = async (options: {
      token: string;
      ca?: boolean;
      more?: JsonObject;
    }) => {
      const { token, ca = true, more } = options;
      const server = opened(
        await startKubernetes({
          accepts: given => given === accountToken('2027-06-30'),
        }),
      );
      const { caFile } = await testAuthority();
      return inspect({
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'production',
                  url: server.url,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: token,
                  ...(ca && { caFile }),
                  ...more,
                },
              ],
            },
          ],
        },
      });
    };

    it('passes a token that the cluster takes, and tells when it ends', async () => {
      expect(await run({ token: accountToken('2027-06-30') })).toMatchObject([
        {
          id: 'kubernetes:production',
          status: 'pass',
          detail: expect.stringContaining('its version is v1.34.1'),
          credential: {
            type: 'service account token',
            expiresAt: '2027-06-30T00:00:00.000Z',
          },
        },
      ]);
    });

    it('tells a token that has expired', async () => {
      expect(await run({ token: accountToken('2026-11-01') })).toMatchObject([
        {
          status: 'fail',
          detail:
            'The cluster refuses the service account token (HTTP 401); it expired on 2026-11-01.',
          remedy: expect.stringContaining('K8S_CLUSTER_TOKEN'),
        },
      ]);
    });

    it('warns when nobody verifies the certificate', async () => {
      expect(
        await run({
          token: accountToken('2027-06-30'),
          ca: false,
          more: { skipTLSVerify: 'true' },
        }),
      ).toMatchObject([
        { status: 'warn', remedy: expect.stringContaining('K8S_CA_FILE') },
      ]);
    });
  });

  describe('SQLite', () => {
    let directory: string;
    const run = (connection: JsonObject | string) =>
      inspect({
        backend: { database: { client: 'better-sqlite3', connection } },
      });
    beforeEach(async () => {
      directory = await fs.mkdtemp(path.join(os.tmpdir(), 'databases-'));
      closers.push(() => fs.rm(directory, { recursive: true, force: true }));
    });

    it('passes files that begin as they do, and none at all', async () => {
      expect(await run({ directory: `${directory}/none` })).toMatchObject([
        { kind: 'database', status: 'pass' },
      ]);
      await fs.writeFile(
        path.join(directory, 'catalog.sqlite'),
        'SQLite format 3\0 and more',
      );
      await fs.writeFile(path.join(directory, 'empty.sqlite'), '');
      expect(await run({ directory })).toMatchObject([
        { status: 'pass', detail: expect.stringMatching(/^2 files/) },
      ]);
    });

    it('tells a file that is damaged', async () => {
      await fs.writeFile(
        path.join(directory, 'catalog.sqlite'),
        'nonsense...........',
      );
      expect(await run({ directory })).toMatchObject([
        {
          status: 'fail',
          detail: expect.stringContaining(
            'catalog.sqlite is no SQLite database, or is damaged',
          ),
          remedy: expect.stringContaining('callboard restore'),
        },
      ]);
    });

    it('warns of memory', async () => {
      expect(await run(':memory:')).toMatchObject([{ status: 'warn' }]);
    });
  });

  it('tells a configuration that cannot be read, and goes on with the others', async () => {
    const facts = await inspect({
      kubernetes: {
        clusterLocatorMethods: [{ type: 'config', clusters: [{ name: 'x' }] }],
      },
      backend: {
        database: { client: 'better-sqlite3', connection: ':memory:' },
      },
    });
    expect(facts).toMatchObject([
      { kind: 'database' },
      {
        kind: 'kubernetes',
        status: 'fail',
        detail: expect.stringContaining('cannot be read'),
      },
    ]);
  });
});
