import { AttemptLimit } from './AttemptLimit';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** How many of so many attempts are allowed. */
function countAllowed(options: {
  limit: AttemptLimit;
  names: string[];
  attempts: number;
}) {
  const { limit, names, attempts } = options;
  let allowed = 0;
  for (let index = 0; index < attempts; index++) {
    try {
      limit.begin(names[index % names.length]);
      allowed++;
    } catch (error) {
      expect(error).toMatchObject({ statusCode: 429 });
    }
  }
  return allowed;
}

it('allows ten attempts a minute for a name', () => {
  const limit = new AttemptLimit();
  const attempt = () => countAllowed({ limit, names: ['grace'], attempts: 12 });

  expect(attempt()).toBe(10);
  jest.advanceTimersByTime(59_000);
  expect(attempt()).toBe(0);
  jest.advanceTimersByTime(1_000);
  expect(attempt()).toBe(10);
});

it('takes spellings for one name that a directory takes for one', () => {
  const limit = new AttemptLimit();
  const names = [
    'grace h',
    'GRACE H',
    'ｇｒａｃｅ h',
    'grace  h',
    'grace\u00a0h',
  ];

  expect(countAllowed({ limit, names, attempts: 50 })).toBe(10);
  expect(countAllowed({ limit, names: ['alan'], attempts: 10 })).toBe(10);
});

it('forgets what came before a success', () => {
  const limit = new AttemptLimit();
  const names = ['grace'];
  countAllowed({ limit, names, attempts: 9 });
  limit.succeed('Grace');

  expect(countAllowed({ limit, names, attempts: 12 })).toBe(10);
});

it('does not grow without bounds, and forgets the oldest first', () => {
  const limit = new AttemptLimit();
  countAllowed({ limit, names: ['grace'], attempts: 10 });
  for (let index = 0; index < 9_999; index++) limit.begin(`name-${index}`);
  expect(countAllowed({ limit, names: ['grace'], attempts: 1 })).toBe(0);
  limit.begin('one-more');
  expect(countAllowed({ limit, names: ['grace'], attempts: 1 })).toBe(1);
});
