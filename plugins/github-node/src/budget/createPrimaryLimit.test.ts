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
} from './__testUtils__/askBudget';
import { createFakeTime, settle } from './__testUtils__/createFakeTime';
import { createRequestBudget } from './createRequestBudget';

describe('the primary limit', () => {
  it('lets one request ahead until an answer has told it', async () => {
    const t = time();
    const first = await granted(t, read);
    const second = ask(t, read);
    await settle();
    expect(second.outcome).toBeUndefined();
    first.done(answer(200, rate(t, { remaining: 4999 })));
    await settle();
    expect(isGranted(second)).toBe(true);
  });

  it('lets one request ahead again after one that was not answered', async () => {
    const t = time();
    const first = await granted(t, read);
    const others = [ask(t, read), ask(t, read)];
    first.done();
    await settle();
    expect(others.map(isGranted)).toEqual([true, false]);
  });

  it('believes in no window that is longer than an hour', async () => {
    const t = time();
    await learn(t, { remaining: 0, inSeconds: 1_000_000 });
    const waiting = ask(t, { ...read, patienceMs: 7_200_000 });
    await t.advance(3_600_000);
    expect(isGranted(waiting)).toBe(false);
    await t.advance(1_000);
    expect(isGranted(waiting)).toBe(true);
  });

  it('keeps a reserve for people, and stops them as well at nothing', async () => {
    const t = time();
    await learn(t, { limit: 100, remaining: 11 });
    await granted(t, read);
    // Ten of a hundred are kept.
    const second = ask(t, read);
    const clicks = Array.from({ length: 11 }, () => ask(t, click));
    await settle();
    expect(isGranted(second)).toBe(false);
    expect(clicks.filter(isGranted)).toHaveLength(10);
  });

  it('takes the share of the reserve from its options', async () => {
    const fake = createFakeTime();
    const t = { ...fake, budget: createRequestBudget({ ...fake, reserve: 0 }) };
    await learn(t, { limit: 100, remaining: 1 });
    expect(await t.budget.acquire(read)).toMatchObject(GRANTED);
  });

  it('refuses at once what would wait longer than it may, and says until when', async () => {
    const t = time();
    await learn(t, { remaining: 0, inSeconds: 600 });
    const outcome = await t.budget.acquire(click);
    expect(outcome).toEqual({
      outcome: 'refused',
      until: '2026-03-01T10:10:01.000Z',
      reason: 'the limit of core requests is used up',
    });
    expect(t.waiting()).toBe(0);
  });

  it('goes on a second after the reset, with the whole limit', async () => {
    const t = time();
    await learn(t, { limit: 20, remaining: 0, inSeconds: 600 });
    const asked = Array.from({ length: 30 }, () => ask(t, read));
    await t.advance(600_999);
    expect(asked.filter(isGranted)).toHaveLength(0);
    await t.advance(1);
    // Without the reserve.
    expect(asked.filter(isGranted)).toHaveLength(18);
    expect(asked[0].outcome).toMatchObject({ waitedMs: 601_000 });
  });

  it("reads the reset in GitHub's clock", async () => {
    const t = time();
    const first = await granted(t, click);
    first.done(
      answer(200, {
        ...rate(t, { remaining: 0, inSeconds: 3600 + 60 }),
        // It is an hour ahead.
        date: new Date(t.now().getTime() + 3_600_000).toUTCString(),
      }),
    );
    expect(await t.budget.acquire(click)).toMatchObject({
      until: '2026-03-01T10:01:01.000Z',
    });
  });

  it('believes the lowest answer of a window, since answers overtake each other', async () => {
    const t = time();
    await learn(t, { remaining: 2000 });
    const one = await granted(t, click);
    const other = await granted(t, click);
    other.done(answer(200, rate(t, { remaining: 5 })));
    one.done(answer(200, rate(t, { remaining: 6 })));
    expect(t.budget.state()).toEqual([
      expect.objectContaining({ limit: 5000, remaining: 5, reserve: 500 }),
    ]);
  });

  it('is kept for each resource', async () => {
    const t = time();
    await learn(t, { limit: 30, remaining: 0, resource: 'search' });
    await granted(t, click);
    expect(
      await t.budget.acquire({ ...click, resource: 'search' }),
    ).toMatchObject({ outcome: 'refused' });
  });

  it('learns from an answer that tells of another resource', async () => {
    const t = time();
    const limits = await granted(t, { ...click, resource: 'other' });
    limits.done(answer(200, rate(t, { remaining: 0, resource: 'core' })));
    expect((await t.budget.acquire(click)).outcome).toBe('refused');
  });

  it.each([
    ['a refusal', 403],
    ['GraphQL, which refuses with status 200', 200],
  ])(
    'believes that nothing is left, though the window was to end later: %s',
    async (_, status) => {
      const t = time();
      await learn(t, { remaining: 4000, inSeconds: 3600 });
      const [refused, late] = [
        await granted(t, click),
        await granted(t, click),
      ];
      refused.done(answer(status, rate(t, { remaining: 0, inSeconds: 900 })));
      // It was on its way before.
      late.done(answer(200, rate(t, { remaining: 3998, inSeconds: 3600 })));
      const until = '2026-03-01T10:15:01.000Z';
      expect(await t.budget.acquire(click)).toEqual({
        outcome: 'refused',
        until,
        reason: 'the limit of core requests is used up',
      });
      expect(t.budget.state()).toEqual([
        expect.objectContaining({ remaining: 0, resetAt: until }),
      ]);
      await t.advance(901_000);
      await granted(t, click);
    },
  );

  it('neither counts nor holds back a question for the limits, and learns from the answer', async () => {
    const t = time();
    await learn(t, { remaining: 0, inSeconds: 900 });
    t.budget.penalise(click);
    const free = { ...read, resource: 'other', isFree: true } as const;
    const before = t.budget.state();
    const asked = await Promise.all(
      Array.from({ length: 100 }, () => granted(t, free)),
    );
    expect(t.budget.state()).toEqual(before);
    asked.forEach(one => one.done());
    expect(t.budget.state()).toEqual(before);

    const other = { ...free, credential: 'token:b' };
    const told = rate(t, { remaining: 0, resource: 'core' });
    (await granted(t, other)).done(answer(200, told));
    expect(
      await t.budget.acquire({ ...click, credential: 'token:b' }),
    ).toMatchObject({ outcome: 'refused' });
  });

  it('does not take what a 401 tells, which is of the address', async () => {
    const t = time();
    await learn(t, { remaining: 4000 });
    const second = await granted(t, click);
    second.done(answer(401, rate(t, { limit: 60, remaining: 0 })));
    expect(await t.budget.acquire(click)).toMatchObject(GRANTED);
  });

  it('is none where answers do not mention it', async () => {
    const t = time();
    const first = await granted(t, read);
    first.done(answer(200));
    for (let count = 0; count < 2_000; count += 1) {
      (await granted(t, read)).done(answer(200));
    }
    const [state] = t.budget.state();
    expect(state).toMatchObject({ reserve: 0, inFlight: 0 });
    expect(state).not.toHaveProperty('limit');
  });

  it('of nobody is 60 an hour, even before an answer tells', async () => {
    const t = time();
    const anonymous = { ...click, credential: 'none' };
    (await granted(t, anonymous)).done(answer(500));
    const asked = Array.from({ length: 70 }, () => ask(t, anonymous));
    await settle();
    expect(asked.filter(isGranted)).toHaveLength(60);
  });
});
