import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { ConnectionsOverview } from '@callboard/plugin-connections-common';
import type { Inspector } from '../inspection/Inspector';
import { observeConnections } from './observeConnections';

const NOW = new Date('2026-11-26T10:00:00Z');

describe('observeConnections', () => {
  const overview = {
    checkedAt: '2026-11-26T09:59:30.000Z',
    checks: [
      { id: 'token-age:token:a', group: 'connections', status: 'warn' },
      { id: 'token-age:token:b', group: 'connections', status: 'pass' },
      { id: 'database', group: 'database', status: 'pass' },
      { id: 'webhook-arrives#2', group: 'connections', status: 'fail' },
    ],
    hosts: [
      {
        host: 'github.com',
        apps: [{}, {}],
        tokens: [{ credentialId: 'token:github.com:1', expiresInDays: 12 }, {}],
      },
    ],
    systems: [
      {
        id: 'gitlab:gitlab.com',
        credential: {
          type: 'access token',
          expiresAt: '2026-12-01T00:00:00.000Z',
        },
      },
      { id: 'ldap:default', credential: { type: 'bind account' } },
    ],
  } as unknown as ConnectionsOverview;

  async function observed() {
    const metrics = metricsServiceMock.mock();
    const stop = observeConnections({
      metrics,
      inspector: { overview: () => overview } as Inspector,
      now: () => NOW,
    });
    const all: Record<string, [number, unknown][]> = {};
    for (const [index, [name]] of [
      ...metrics.createObservableGauge.mock.calls.entries(),
    ]) {
      const gauge = metrics.createObservableGauge.mock.results[index].value;
      const [[callback]] = gauge.addCallback.mock.calls;
      all[name] = [];
      await callback({
        observe: (value: number, labels: unknown) =>
          all[name].push([value, labels]),
      });
    }
    return { all, stop, metrics };
  }

  it('has one series for each check, with its worst result', async () => {
    const { all } = await observed();
    expect(all['connections.check.status']).toEqual([
      [1, { group: 'connections', check: 'token-age' }],
      [0, { group: 'database', check: 'database' }],
      [2, { group: 'connections', check: 'webhook-arrives' }],
    ]);
  });

  it('tells when credentials end, how many there are, and how old all this is', async () => {
    const { all } = await observed();
    expect(all).toMatchObject({
      'connections.credential.expires_in': [
        [12, { system: 'github.com', credential: 'token:github.com:1' }],
        [4, { system: 'gitlab:gitlab.com', credential: 'access token' }],
      ],
      'connections.credentials': [
        [2, { host: 'github.com', kind: 'app' }],
        [2, { host: 'github.com', kind: 'token' }],
      ],
      'connections.checks.age': [[30, undefined]],
    });
  });

  it('stops', async () => {
    const { stop, metrics } = await observed();
    stop();
    for (const { value } of metrics.createObservableGauge.mock.results) {
      expect(value.removeCallback).toHaveBeenCalledTimes(1);
    }
  });
});
