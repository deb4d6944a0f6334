import fc from 'fast-check';
import { createFakeTime } from './__testUtils__/createFakeTime';
import { createRequestBudget } from './createRequestBudget';
import type { BudgetRequest } from './RequestBudget';

/** A request that comes at `at`, reaches GitHub `way` later and is answered `back` after that; all in milliseconds. */
interface Planned {
  at: number;
  way: number;
  back: number;
  request: Pick<BudgetRequest, 'method' | 'priority'>;
  /** How long it may be held back. */
  patienceMs: number;
}

const planned = fc.record<Planned>({
  at: fc.oneof(fc.nat({ max: 500 }), fc.nat({ max: 90_000 })),
  way: fc.nat({ max: 2_000 }),
  back: fc.nat({ max: 5_000 }),
  patienceMs: fc.constantFrom(0, 5_000, 3_600_000),
  request: fc.record({
    method: fc.constantFrom('GET', 'GET', 'GET', 'POST'),
    priority: fc.constantFrom('person' as const, 'background' as const),
  }),
});

/** A GitHub that counts as it is documented, and remembers whenever more came than it allows. */
function createServer(options: {
  now: () => number;
  limit: number;
  left: number;
}) {
  const { now, limit } = options;
  let used = limit - options.left;
  let reset = Math.ceil(now() / 1000) + 70;
  let running = 0;
  const arrivals: Array<{ at: number; points: number; isWrite: boolean }> = [];
  const excesses: string[] = [];
  const note = (what: string, isTooMuch: boolean) => {
    if (isTooMuch) excesses.push(`${what} at ${now()}`);
  };
  return {
    excesses,
    arrive(method: string) {
      if (now() / 1000 >= reset) {
        used = 0;
        reset = Math.ceil(now() / 1000) + 70;
      }
      used += 1;
      running += 1;
      const isWrite = method !== 'GET';
      arrivals.push({ at: now(), points: isWrite ? 5 : 1, isWrite });
      const lately = arrivals.filter(({ at }) => at > now() - 60_000);
      note('primary', used > limit);
      note('at once', running > 100);
      note('points', lately.reduce((sum, { points }) => sum + points, 0) > 900);
      note('changes', lately.filter(entry => entry.isWrite).length > 80);
    },
    answer() {
      running -= 1;
      const headers: Record<string, string> = {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - used)),
        'x-ratelimit-reset': String(reset),
        date: new Date(now()).toUTCString(),
      };
      return { status: 200, header: (name: string) => headers[name] };
    },
  };
}

async function run(options: { plan: Planned[]; limit: number; left: number }) {
  const { timers, now: date, advance } = createFakeTime();
  const now = () => date().getTime();
  const budget = createRequestBudget({ now: date, timers });
  const server = createServer({ now, ...options });
  const outcomes: string[] = [];

  for (const { at, way, back, request, patienceMs } of options.plan) {
    timers.setTimeout(async () => {
      const outcome = await budget.acquire({
        host: 'github.com',
        credential: 'token:a',
        resource: 'core',
        patienceMs,
        ...request,
      });
      outcomes.push(outcome.outcome);
      if (outcome.outcome === 'refused') return;
      timers.setTimeout(() => {
        server.arrive(request.method);
        timers.setTimeout(() => outcome.done(server.answer()), back);
      }, way);
    }, at);
  }
  await advance(3 * 3_600_000);
  return { outcomes, excesses: server.excesses, state: budget.state() };
}

it('never lets more through than GitHub allows, and settles everything', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(planned, { minLength: 1, maxLength: 1_500, size: 'max' }),
      fc.constantFrom(100, 5_000),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (plan, limit, share) => {
        const { outcomes, excesses, state } = await run({
          plan,
          limit,
          // The first request goes ahead to learn what is left.
          left: 1 + Math.floor(share * (limit - 1)),
        });
        expect(excesses).toEqual([]);
        expect(outcomes).toHaveLength(plan.length);
        expect(state).toEqual([
          expect.objectContaining({
            inFlight: 0,
            waiting: { person: 0, background: 0 },
          }),
        ]);
      },
    ),
    { numRuns: 12, seed: 6, endOnFailure: true },
  );
}, 60_000);

it('serves everybody who is patient', async () => {
  const plan = Array.from({ length: 300 }, (_, number) => ({
    at: number,
    way: 10,
    back: 100,
    patienceMs: 3_600_000,
    request: {
      method: 'GET',
      priority: number % 3 ? ('person' as const) : ('background' as const),
    },
  }));
  const { outcomes } = await run({ plan, limit: 200, left: 5 });
  expect(outcomes.filter(outcome => outcome === 'granted')).toHaveLength(300);
});
