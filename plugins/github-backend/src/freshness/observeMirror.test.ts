import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type { OrganisationStatus } from '@callboard/plugin-github-common';
import {
  heldPlan,
  NOW,
  organisationStatus,
} from './__testUtils__/organisationStatus';
import { observeMirror } from './observeMirror';

function open(statuses: OrganisationStatus[] = []) {
  const metrics = metricsServiceMock.mock();
  const mirror = observeMirror({
    metrics,
    status: () => statuses,
    now: () => NOW,
  });
  async function observed() {
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
    return all;
  }
  return { metrics, mirror, observed };
}

it('has one series of each kind for each organisation', async () => {
  const { observed } = open([
    organisationStatus({
      queued: 3,
      held: heldPlan({ remove: 30 }),
      heldPeople: heldPlan({ remove: 12 }),
      lag: { p50: 2_500, p99: 2_500, samples: 1 },
    }),
  ]);
  const labels = { host: 'github.com', organisation: 'acme' };
  expect(await observed()).toEqual({
    'github.mirror.repositories': [[120, labels]],
    'github.mirror.queued': [[3, labels]],
    'github.mirror.events': [[12, labels]],
    'github.mirror.held': [[42, labels]],
    'github.mirror.full.age': [[5 * 60 * 60, labels]],
    'github.mirror.incremental.age': [[120, labels]],
    'github.mirror.people.age': [],
    'github.mirror.stale': [[1, labels]],
  });
});

it('has not more series than it can bear', async () => {
  const { observed } = open(
    Array.from({ length: 150 }, (_, index) =>
      organisationStatus({ organisation: `org-${index}` }),
    ),
  );
  const { 'github.mirror.stale': stale } = await observed();
  expect(stale).toHaveLength(100);
  expect(stale[0][0]).toBe(0);
});

it('records lags in seconds', () => {
  const { metrics, mirror } = open();
  const [{ value: lags }] = metrics.createHistogram.mock.results;
  mirror.lag({ host: 'github.com', lagMs: 420 });
  mirror.lag({ host: 'github.com', lagMs: -3 });
  expect(lags.record.mock.calls).toEqual([
    [0.42, { host: 'github.com' }],
    [0, { host: 'github.com' }],
  ]);
});

it('stops', () => {
  const { metrics, mirror } = open();
  mirror.stop();
  expect(metrics.createObservableGauge.mock.results).toHaveLength(8);
  for (const { value } of metrics.createObservableGauge.mock.results) {
    expect(value.removeCallback).toHaveBeenCalledTimes(1);
  }
});
