import { createClock } from '../core/createClock';
import { createFaults } from './createFaults';

const clock = createClock({ start: new Date('2026-01-01T00:00:00Z') });
beforeAll(() => clock.freeze());
afterAll(() => clock.stop());

function faultsOf(options: {
  settings: Parameters<ReturnType<typeof createFaults>['set']>[0];
  requests: number;
  path?: string;
}) {
  const { settings, requests, path = '/zen' } = options;
  const faults = createFaults({ clock });
  faults.set(settings);
  return Array.from({ length: requests }, () => faults.next({ path }).fault);
}

it.each([
  [{}, ['none', 'none', 'none']],
  [{ badGatewayEvery: 1 }, ['badGateway', 'badGateway', 'badGateway']],
  [{ badGatewayEvery: 2 }, ['none', 'badGateway', 'none']],
  [{ timeoutEvery: 3 }, ['none', 'none', 'timeout']],
  // One request has one fault.
  [
    { timeoutEvery: 2, badGatewayEvery: 1 },
    ['badGateway', 'timeout', 'badGateway'],
  ],
  [
    { rateLimitedUntil: '2026-01-01T00:00:01Z' },
    ['rateLimited', 'rateLimited', 'rateLimited'],
  ],
  [{ rateLimitedUntil: '2026-01-01T00:00:00Z' }, ['none', 'none', 'none']],
  [
    { secondaryLimitedUntil: '2026-01-02T00:00:00Z', badGatewayEvery: 3 },
    ['secondaryLimited', 'secondaryLimited', 'badGateway'],
  ],
  [{ badGatewayEvery: 1, paths: ['/repos'] }, ['none', 'none', 'none']],
  [
    { badGatewayEvery: 2, paths: ['/repos', '/ze'] },
    ['none', 'badGateway', 'none'],
  ],
])('%j gives %j', (settings, expected) => {
  expect(faultsOf({ settings, requests: 3 })).toEqual(expected);
});

it('counts only the requests that are concerned', () => {
  const faults = createFaults({ clock });
  faults.set({ badGatewayEvery: 2, paths: ['/repos'] });
  const seen = ['/repos/a', '/zen', '/zen', '/repos/b'].map(
    path => faults.next({ path }).fault,
  );
  expect(seen).toEqual(['none', 'none', 'none', 'badGateway']);
});

it('ends limits by the clock of the sandbox', () => {
  const moved = createClock({ start: new Date('2026-01-01T00:00:00Z') });
  moved.freeze();
  const faults = createFaults({ clock: moved });
  faults.set({ rateLimitedUntil: '2026-01-01T01:00:00Z' });
  expect(faults.next({ path: '/' }).fault).toBe('rateLimited');
  moved.advance({ ms: 3_600_000 });
  expect(faults.next({ path: '/' }).fault).toBe('none');
});

it('tells until when the limit is used up, without counting', () => {
  const faults = createFaults({ clock });
  const until = '2026-01-01T01:00:00Z';
  faults.set({ rateLimitedUntil: until, badGatewayEvery: 2, paths: ['/a'] });
  expect(faults.rateLimitedUntil({ path: '/a/b' })).toBe(until);
  expect(faults.rateLimitedUntil({ path: '/b' })).toBeUndefined();
  expect(faults.next({ path: '/a' }).fault).toBe('rateLimited');
  faults.set({ rateLimitedUntil: '2026-01-01T00:00:00Z' });
  expect(faults.rateLimitedUntil({ path: '/a' })).toBeUndefined();
});

it('goes back to the latency of the start', () => {
  const faults = createFaults({ clock, latencyMs: 80 });
  faults.set({ latencyMs: 0, badGatewayEvery: 1 });
  expect(faults.next({ path: '/' })).toEqual({
    latencyMs: 0,
    fault: 'badGateway',
  });
  faults.clear();
  expect(faults.next({ path: '/' })).toEqual({ latencyMs: 80, fault: 'none' });
});

it('keeps one webhook fault when another is set', () => {
  const faults = createFaults({ clock });
  faults.set({ webhooks: { loseEvery: 2, doubleEvery: 3, delayMs: 10 } });
  const seen = Array.from({ length: 6 }, () => faults.nextWebhook());
  expect(seen.map(({ lost }) => lost)).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
  ]);
  expect(seen.map(({ times }) => times)).toEqual([1, 1, 2, 1, 1, 2]);
  expect(seen.every(({ delayMs }) => delayMs === 10)).toBe(true);
});

it('makes every n-th GraphQL answer partial', () => {
  const faults = createFaults({ clock });
  faults.set({ partialGraphqlEvery: 2 });
  const seen = Array.from({ length: 4 }, () => faults.nextGraphql().partial);
  expect(seen).toEqual([false, true, false, true]);
});
