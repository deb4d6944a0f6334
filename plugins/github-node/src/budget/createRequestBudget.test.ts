import {
  GRANTED,
  answer,
  ask,
  click,
  granted,
  isGranted,
  learn,
  rate,
  read,
  time,
  type Time,
} from './__testUtils__/askBudget';
import { settle } from './__testUtils__/createFakeTime';
import type { BudgetRequest } from './RequestBudget';

describe('a pause', () => {
  it.each([403, 429])('is kept as a %s asks for it', async status => {
    const t = time();
    await learn(t, { remaining: 4000 });
    const limited = await granted(t, click);
    limited.done(answer(status, { 'retry-after': 90 }));
    expect(await t.budget.acquire(click)).toEqual({
      outcome: 'refused',
      until: '2026-03-01T10:01:30.000Z',
      reason: 'GitHub asked for a pause of 90 seconds',
    });
    expect(t.budget.state()).toEqual([
      expect.objectContaining({
        pausedUntil: '2026-03-01T10:01:30.000Z',
        pauseReason: 'GitHub asked for a pause of 90 seconds',
      }),
    ]);
    // Others go on.
    await granted(t, { ...click, credential: 'token:b' });
    await granted(t, { ...click, host: 'ghe.acme.example' });
    const later = ask(t, read);
    await t.advance(89_999);
    expect(isGranted(later)).toBe(false);
    await t.advance(1);
    expect(isGranted(later)).toBe(true);
  });

  it('is a minute where GitHub does not say, and twice as long each time again', async () => {
    const t = time();
    await learn(t, { remaining: 4000 });
    const lengths: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const both = [await granted(t, click), await granted(t, click)];
      const before = t.now().getTime();
      both.forEach(one => one.done(answer(429)));
      const outcome = await t.budget.acquire(click);
      const until = (outcome as { until: string }).until;
      lengths.push((Date.parse(until) - before) / 1000);
      await t.advance(Date.parse(until) - before);
    }
    expect(lengths).toEqual([60, 120, 240]);
    (await granted(t, click)).done(answer(200, rate(t, { remaining: 3000 })));
    (await granted(t, click)).done(answer(429));
    expect(await t.budget.acquire(click)).toMatchObject({
      reason:
        'GitHub refused requests for a secondary limit; pausing for 60 seconds',
    });
  });

  it('is a minute after a refusal that tells no reset', async () => {
    const t = time();
    await learn(t, { remaining: 4000 });
    (await granted(t, click)).done(answer(403, { 'x-ratelimit-remaining': 0 }));
    expect(await t.budget.acquire(click)).toMatchObject({
      until: '2026-03-01T10:01:00.000Z',
    });
  });

  it('can be told by who reads bodies', async () => {
    const t = time();
    await learn(t, { remaining: 4000 });
    t.budget.penalise(click);
    expect((await t.budget.acquire(click)).outcome).toBe('refused');
  });

  it('is none for a 403 of somebody who may not', async () => {
    const t = time();
    await learn(t, { remaining: 4000 });
    (await granted(t, click)).done(answer(403, rate(t, { remaining: 3999 })));
    expect(await t.budget.acquire(click)).toMatchObject(GRANTED);
  });
});

describe('the queue', () => {
  /** All that may be under way at once. */
  async function full(t: Time) {
    await learn(t, { remaining: 4999 });
    return Promise.all(Array.from({ length: 80 }, () => granted(t, click)));
  }

  it('lets people go first, and each in the order of coming', async () => {
    const t = time();
    const running = await full(t);
    const order: string[] = [];
    const enqueue = (name: string, request: BudgetRequest) =>
      t.budget.acquire(request).then(() => order.push(name));
    enqueue('task 1', read);
    enqueue('click 1', click);
    enqueue('task 2', read);
    enqueue('click 2', click);
    for (const { done } of running.slice(0, 24)) {
      done(answer(200, rate(t, { remaining: 4000 })));
    }
    await settle();
    expect(order).toEqual(['click 1', 'click 2', 'task 1', 'task 2']);
  });

  it('is left by who is cancelled', async () => {
    const t = time();
    const [first] = await full(t);
    const cancelled = new AbortController();
    const one = ask(t, { ...click, signal: cancelled.signal });
    const other = ask(t, click);
    cancelled.abort(new Error('never mind'));
    await settle();
    expect(one.error).toEqual(new Error('never mind'));
    first.done(answer(200, rate(t, { remaining: 4000 })));
    await settle();
    expect(isGranted(other)).toBe(true);
    await expect(
      t.budget.acquire({ ...click, signal: cancelled.signal }),
    ).rejects.toThrow('never mind');
  });

  it('refuses who has waited for as long as they may', async () => {
    const t = time();
    await full(t);
    const asked = ask(t, { ...click, patienceMs: 2_000 });
    await t.advance(1_999);
    expect(asked.outcome).toBeUndefined();
    await t.advance(1);
    expect(asked.outcome).toEqual({
      outcome: 'refused',
      until: '2026-03-01T10:00:03.000Z',
      reason: '80 requests are under way',
    });
    expect(t.budget.state()).toEqual([
      expect.objectContaining({
        inFlight: 80,
        waiting: { person: 0, background: 0 },
      }),
    ]);
    expect(t.waiting()).toBe(0);
  });

  it('does not hold up who needs something else', async () => {
    const t = time();
    await learn(t, {
      limit: 30,
      remaining: 0,
      inSeconds: 5,
      resource: 'search',
    });
    await learn(t, { remaining: 4000 });
    const search = ask(t, { ...click, resource: 'search' });
    await granted(t, click);
    expect(t.budget.state()).toContainEqual(
      expect.objectContaining({
        resource: 'search',
        waiting: { person: 1, background: 0 },
      }),
    );
    await t.advance(6_000);
    expect(isGranted(search)).toBe(true);
  });
});

it('forgets accounts that nobody uses, when there are too many', async () => {
  const t = time();
  for (let number = 0; number < 1_100; number += 1) {
    const one = await granted(t, { ...click, credential: `user ${number}` });
    one.done(answer(200, rate(t, { remaining: 4999 })));
  }
  expect(t.budget.state()).toHaveLength(1_000);
});

it('forgets the one that was not used for the longest time', async () => {
  const t = time();
  const use = async (credential: string) =>
    (await granted(t, { ...click, credential })).done(
      answer(200, rate(t, { remaining: 4000 })),
    );
  for (let number = 0; number < 1_000; number += 1) await use(`user ${number}`);
  await use('user 0');
  await use('user 1000');
  const kept = t.budget.state().map(({ credential }) => credential);
  expect(kept).toHaveLength(1_000);
  expect(kept).toContain('user 0');
  expect(kept).not.toContain('user 1');
});
