import type { JsonObject } from '@backstage/types';
import { startKubernetes } from '../../presets/standIns/kubernetes/startKubernetes';
import { testAuthority } from '../../presets/standIns/testAuthority';
import { openSystems } from './openSystems';

jest.setTimeout(60_000);

const { trust, opened, inspect, close } = openSystems();
beforeAll(trust);
afterEach(close);

/** An unsigned token of a service account, which ends on a day. */
const accountToken = (day: string) =>
  ['{}', JSON.stringify({ exp: Date.parse(day) / 1000 }), 'x']
    .map(part => Buffer.from(part).toString('base64url'))
    .join('.');

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
