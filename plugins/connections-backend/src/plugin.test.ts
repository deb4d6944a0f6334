import { createServiceFactory } from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startTestSandbox } from '@callboard/github-sandbox/src/testing/startTestSandbox';
import type {
  CheckResult,
  ConnectionsOverview,
} from '@callboard/plugin-connections-common';
import { connectionsPlugin } from './plugin';

jest.setTimeout(60_000);

const OPERATOR = 'user:default/olivia';
const READER = 'user:default/mel';

describe('connectionsPlugin', () => {
  let url: string;
  let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
  const metrics = metricsServiceMock.mock();
  const closers: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    closers.push(() => sandbox.stop());
    const backend = await startTestBackend({
      features: [
        connectionsPlugin,
        eventsServiceFactory,
        catalogServiceMock.factory({ entities: [] }),
        createServiceFactory({
          service: metricsServiceRef,
          deps: {},
          factory: () => metrics,
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'https://portal.example.com' },
            integrations: {
              github: [
                {
                  host: new URL(sandbox.url).host,
                  apiBaseUrl: `${sandbox.url}/api/v3`,
                  apps: [
                    {
                      appId: sandbox.app.id,
                      clientId: 'Iv1.portal',
                      clientSecret: 'portal-secret',
                      privateKey: sandbox.privateKey,
                    },
                  ],
                },
              ],
            },
            // Only when this test asks.
            callboard: {
              connections: {
                schedule: {
                  frequency: { hours: 24 },
                  initialDelay: { hours: 24 },
                  timeout: { minutes: 1 },
                },
              },
            },
          },
        }),
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        mockServices.permissions.mock({
          authorize: async (requests, { credentials } = {} as never) => {
            const { userEntityRef } = (
              credentials as ReturnType<typeof mockCredentials.user>
            ).principal;
            return requests.map(({ permission: { name } }) => ({
              result:
                userEntityRef === OPERATOR ||
                (userEntityRef === READER && name === 'connections.read')
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            }));
          },
        }).factory,
      ],
    });
    url = `http://localhost:${backend.server.port()}/api/connections`;
    closers.unshift(() => backend.stop());
  });
  afterAll(async () => {
    for (const close of closers) await close();
  });

  const call = async <T = any>(
    path: string,
    options: { as?: string; body?: unknown } = {},
  ) => {
    const { as, body } = options;
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(as && {
          authorization: `Bearer ${mockCredentials.user.token(as)}`,
        }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as T };
  };

  it.each(['/', '/checks', '/serve?url=x', '/trace'])(
    'shows %s to those who may read, and to nobody else',
    async path => {
      expect((await call(path)).status).toBe(401);
      const refused = await call(path, { as: 'user:default/oscar' });
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain('connections.read');
      expect((await call(path, { as: READER })).status).not.toBe(403);
    },
  );

  it('looks at the connections when somebody wants to see them before the schedule has', async () => {
    let overview: ConnectionsOverview | undefined;
    while (!overview?.checkedAt) {
      ({ body: overview } = await call<ConnectionsOverview>('/', {
        as: READER,
      }));
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    expect(overview.hosts).toHaveLength(1);
  });

  it('runs checks for those who may manage', async () => {
    expect((await call('/checks/run', { body: {} })).status).toBe(401);
    expect((await call('/checks/run', { body: {}, as: READER })).status).toBe(
      403,
    );
    const { status, body } = await call<ConnectionsOverview>('/checks/run', {
      body: { checks: ['integration-works'] },
      as: OPERATOR,
    });
    expect(status).toBe(200);
    expect(
      body.checks.filter(({ id }) => id.startsWith('integration-works')),
    ).toMatchObject([{ status: 'pass', group: 'connections' }]);
  });

  it('answers with the facts as they are now when it is asked to', async () => {
    const { body } = await call<ConnectionsOverview>('/?fresh=true', {
      as: OPERATOR,
    });
    expect(body).toMatchObject({
      mayManage: true,
      everySeconds: 24 * 60 * 60,
      hosts: [
        {
          host: new URL(sandbox.url).host,
          apps: [{ appId: sandbox.app.id, key: { status: 'valid' } }],
        },
      ],
    });
    const ids = body.checks.map(({ id }) => id.split(':')[0]);
    expect(ids).toEqual(
      expect.arrayContaining([
        'integration-works',
        'permissions-granted',
        'clock-skew',
        'catalog-entities',
        'sign-in-configured',
      ]),
    );
    // The plugin that mirrors GitHub is not part of this backend.
    expect(ids.filter(id => id.startsWith('mirror'))).toEqual([]);
    expect(body.checks.filter(({ id }) => id.startsWith('facts'))).toEqual([]);
    expect(
      body.checks.filter(({ cause }) => cause.startsWith('This could not')),
    ).toEqual([]);

    const again = await call<ConnectionsOverview>('/', { as: READER });
    expect(again.body).toEqual({ ...body, mayManage: false });
    const { body: checks } = await call<CheckResult[]>('/checks', {
      as: READER,
    });
    expect(checks).toEqual(body.checks);
    expect(JSON.stringify(body)).not.toMatch(/portal-secret|PRIVATE KEY/);
  });

  it('says which credential serves a repository, and shows its own requests', async () => {
    const { body } = await call(
      `/serve?url=${encodeURIComponent(`${sandbox.url}/acme/shop`)}`,
      { as: READER },
    );
    expect(body).toMatchObject({
      owner: 'acme',
      repository: 'shop',
      steps: [
        { kind: 'app', verdict: 'used' },
        { kind: 'none', verdict: 'skipped' },
      ],
    });
    const trace = await call('/trace?plugin=connections&limit=3', {
      as: READER,
    });
    expect(trace.body.items).toHaveLength(3);
    expect(trace.body.items[0]).toMatchObject({ plugin: 'connections' });
  });

  it.each([
    ['/?fresh=yes', 'fresh: it is neither true nor false'],
    ['/serve', 'url: the URL of a repository or an owner is needed'],
    ['/serve?url=https%3A%2F%2Fexample.org%2Fa%2Fb', 'example.org'],
    ['/trace?limit=0', 'limit: it is not from 1 to 1000'],
    ['/trace?limit=many', 'limit: it is no whole number'],
    ['/trace?plugins=catalog', 'there is no parameter plugins'],
  ])('refuses %s in words', async (path, message) => {
    const { status, body } = await call(path, { as: OPERATOR });
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('quotes nothing of a body that is not JSON', async () => {
    const { status, body } = await call('/checks/run', {
      as: OPERATOR,
      body: 'ghp_secret is no JSON',
    });
    expect(status).toBe(400);
    expect(body.error.message).toBe('The body of the request is not JSON');
    expect(JSON.stringify(body)).not.toContain('ghp_secret');
  });

  it('refuses to run what is no check', async () => {
    const { status, body } = await call('/checks/run', {
      as: OPERATOR,
      body: { checks: ['webhooks'] },
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('There is no check webhooks');
    expect(body.error.message).toContain('webhook-arrives');
  });

  it('has gauges for alarms', async () => {
    expect(await call('/?fresh=true', { as: OPERATOR })).toMatchObject({
      status: 200,
    });
    const observed: [string, number, Record<string, unknown>][] = [];
    for (const [
      index,
      [name],
    ] of metrics.createObservableGauge.mock.calls.entries()) {
      const gauge = metrics.createObservableGauge.mock.results[index].value;
      for (const [callback] of gauge.addCallback.mock.calls) {
        await callback({
          observe: (value: number, labels: Record<string, unknown>) =>
            observed.push([name, value, labels]),
        });
      }
    }
    expect(observed).toContainEqual([
      'connections.check.status',
      0,
      { group: 'connections', check: 'integration-works' },
    ]);
    expect(observed).toContainEqual([
      'connections.credentials',
      1,
      { host: new URL(sandbox.url).host, kind: 'app' },
    ]);
  });
});
