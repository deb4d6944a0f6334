import {
  answer,
  ask,
  click,
  granted,
  isGranted,
  learn,
  rate,
  read,
  time,
  write,
} from './__testUtils__/askBudget';
import { settle } from './__testUtils__/createFakeTime';
import type { BudgetOutcome, BudgetRequest } from './RequestBudget';

describe('the secondary limits', () => {
  it('are 80 requests at once, 60 of them of background tasks', async () => {
    const t = time();
    await learn(t, { remaining: 4999 });
    const tasks = Array.from({ length: 100 }, () => ask(t, read));
    const clicks = Array.from({ length: 100 }, () => ask(t, click));
    await settle();
    expect(tasks.filter(isGranted)).toHaveLength(60);
    expect(clicks.filter(isGranted)).toHaveLength(20);
    const [first] = tasks;
    (first.outcome as Extract<BudgetOutcome, { outcome: 'granted' }>).done(
      answer(200, rate(t, { remaining: 4900 })),
    );
    await settle();
    // People first.
    expect(tasks.filter(isGranted)).toHaveLength(60);
    expect(clicks.filter(isGranted)).toHaveLength(21);
  });

  it('are 900 points a minute', async () => {
    const t = time();
    await learn(t, { remaining: 4999 });
    for (let count = 1; count < 900; count += 1) {
      (await granted(t, read)).done(answer(304));
    }
    const next = ask(t, read);
    await t.advance(59_999);
    expect(isGranted(next)).toBe(false);
    await t.advance(1);
    expect(isGranted(next)).toBe(true);
  });

  it('are 2,000 points a minute of GraphQL, where a mutation is five', async () => {
    const t = time();
    await learn(t, { remaining: 4999, resource: 'graphql' });
    const query: BudgetRequest = {
      ...click,
      resource: 'graphql',
      method: 'POST',
    };
    for (let count = 1; count < 1_996; count += 1) {
      (await granted(t, query)).done(answer(200, rate(t, { remaining: 4000 })));
    }
    expect(await t.budget.acquire({ ...query, mutates: true })).toMatchObject({
      outcome: 'refused',
      reason: 'GitHub allows 2000 points a minute',
    });
    await granted(t, query);
  });

  it('are 80 changes a minute', async () => {
    const t = time();
    await learn(t, { remaining: 4999 });
    const change = { ...click, method: 'PATCH' };
    for (let count = 0; count < 80; count += 1) {
      (await granted(t, change)).done(
        answer(200, rate(t, { remaining: 4000 })),
      );
    }
    expect(await t.budget.acquire(change)).toMatchObject({
      outcome: 'refused',
      until: '2026-03-01T10:01:00.000Z',
      reason: 'GitHub allows 80 changes a minute and 500 an hour',
    });
    await granted(t, click);
  });

  it('let background tasks change one thing a second, and people when they like', async () => {
    const t = time();
    await learn(t, { remaining: 4999 });
    await granted(t, write);
    const second = ask(t, write);
    await granted(t, { ...write, priority: 'person' });
    await granted(t, read);
    await t.advance(999);
    expect(isGranted(second)).toBe(false);
    await t.advance(1);
    expect(isGranted(second)).toBe(true);
  });
});
