import { createRequestBudget } from '../budget/createRequestBudget';
import { createFakeTime } from '../budget/__testUtils__/createFakeTime';
import { fakeMetrics } from './__testUtils__/fakeMetrics';
import { traceEntry } from './__testUtils__/traceEntry';
import { createRequestTrace } from './createRequestTrace';
import { observeGithub } from './observeGithub';

function open() {
  const time = createFakeTime();
  const trace = createRequestTrace(time);
  const budget = createRequestBudget(time);
  const { metrics, recorded, observed } = fakeMetrics();
  const stop = observeGithub({ metrics, trace, budget, now: time.now });
  return { time, trace, budget, recorded, observed, stop };
}

it('counts requests by what is few, and how long they took', () => {
  const { trace, recorded, stop } = open();
  trace.begin(traceEntry()).finish({
    status: 404,
    durationMs: 120,
    waitedMs: 2_000,
  });
  trace.begin(traceEntry({ plugin: 'techdocs' })).finish({ error: 'refused' });
  trace
    .begin(traceEntry({ plugin: 'techdocs' }))
    .finish({ error: 'ECONNRESET', durationMs: 5 });
  stop();
  trace.begin(traceEntry()).finish({ status: 200 });

  const labels = {
    host: 'github.com',
    plugin: 'catalog',
    credential_kind: 'app',
    resource: 'core',
  };
  expect(recorded('github.requests')).toEqual([
    [1, { ...labels, status_class: '4xx' }],
    [1, { ...labels, plugin: 'techdocs', status_class: 'held' }],
    [1, { ...labels, plugin: 'techdocs', status_class: 'none' }],
  ]);
  const few = { host: 'github.com', resource: 'core' };
  expect(recorded('github.request.duration')).toEqual([
    [0.12, few],
    [0.005, few],
  ]);
  expect(recorded('github.request.wait')).toEqual([
    [2, few],
    [0, few],
    [0, few],
  ]);
});

it('has few labels, whatever is asked', () => {
  const { trace, recorded } = open();
  for (let number = 0; number < 300; number += 1) {
    trace
      .begin(traceEntry({ plugin: `plugin-${number}`, owner: `org-${number}` }))
      .finish({ status: 200 });
  }
  const labels = recorded('github.requests').map(([, of]) =>
    JSON.stringify(of),
  );
  expect(new Set(labels).size).toBe(101);
});

it('shows the least that is left of an App, until the window is over', async () => {
  const { time, trace, observed, stop } = open();
  const told = (owner: string, remaining: number) =>
    trace.begin(traceEntry({ owner }), { limitOwner: owner }).finish({
      status: 200,
      limit: 5000,
      remaining,
      resetAt: new Date(time.now().getTime() + 60_000).toISOString(),
    });
  told('acme', 4000);
  told('other', 30);
  const labels = { host: 'github.com', credential: 'app:1', resource: 'core' };
  expect(observed('github.rate_limit.remaining')).toEqual([[30, labels]]);
  expect(observed('github.rate_limit.limit')).toEqual([[5000, labels]]);
  await time.advance(60_000);
  expect(observed('github.rate_limit.remaining')).toEqual([[5000, labels]]);
  stop();
  expect(observed('github.rate_limit.remaining')).toEqual([]);
});

it('shows what is held back', async () => {
  const { budget, observed } = open();
  const request = {
    host: 'github.com',
    credential: 'token:1',
    resource: 'core',
    method: 'GET',
    priority: 'background',
  } as const;
  await budget.acquire(request);
  budget.acquire(request);
  expect(observed('github.budget.waiting')).toEqual([
    [0, { host: 'github.com', priority: 'person' }],
    [1, { host: 'github.com', priority: 'background' }],
  ]);
});
