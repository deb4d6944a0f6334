import { mockServices } from '@backstage/backend-test-utils';
import type { SignInFailure } from '@callboard/plugin-access-common';
import { createSignInFailures } from './createSignInFailures';
import type { NewSignInFailure } from './SignInFailuresService';

const failure = (more: Partial<NewSignInFailure> = {}): NewSignInFailure => ({
  provider: 'github',
  kind: 'no-user',
  person: { subject: 'U_1', userName: 'priya' },
  attempts: [
    {
      resolver: 'usernameMatchingUserEntityName',
      lookedFor: 'a User named priya',
      found: 'nobody',
    },
  ],
  ...more,
});

let time: number;
const open = () => {
  time = Date.parse('2026-03-01T12:00:00Z');
  const logger = mockServices.logger.mock();
  return {
    logger,
    failures: createSignInFailures({ logger, now: () => new Date(time) }),
  };
};

it('gives a failure a reference, and logs it on one line', () => {
  const { failures, logger } = open();
  const { reference, times } = failures.record(
    failure({ detail: 'two\nlines\u0000' }),
  );
  expect(reference).toMatch(/^[2-9A-Z]{3}-[2-9A-Z]{3}$/);
  expect(times).toBe(1);
  expect(logger.warn).toHaveBeenCalledWith(
    `A sign-in with github failed (no-user), reference ${reference}: two lines`,
    expect.objectContaining({
      reference,
      userName: 'priya',
      attempts: 'usernameMatchingUserEntityName: a User named priya: nobody',
    }),
  );
});

it('counts the same failure once more for ten minutes, and tells people and kinds apart', () => {
  const { failures } = open();
  const first = failures.record(failure());
  time += 9 * 60_000;
  expect(failures.record(failure())).toMatchObject({
    reference: first.reference,
    times: 2,
  });
  const others = [
    failures.record(failure({ person: { subject: 'U_2' } })),
    failures.record(failure({ kind: 'resolver-refused' })),
    failures.record(failure({ provider: 'ghe' })),
  ];
  time += 11 * 60_000;
  others.push(failures.record(failure()));
  const references = [first, ...others].map(({ reference }) => reference);
  expect(new Set(references).size).toBe(5);
});

it('writes a flood of the same failure down now and then, with what was counted', () => {
  const { failures, logger } = open();
  const saved: number[] = [];
  failures.connect({
    save: async ({ times }) => {
      saved.push(times);
    },
    remove: async () => {},
    list: async () => [],
  });
  // A callback without a cookie: nobody is known.
  const flood = failure({ kind: 'state-mismatch', person: undefined });
  for (let index = 0; index < 1000; index++) failures.record(flood);
  expect(saved).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512]);
  time += 4_999;
  failures.record(flood);
  time += 1;
  expect(failures.record(flood).times).toBe(1002);
  expect(saved.slice(10)).toEqual([1002]);
  expect(logger.warn).toHaveBeenCalledTimes(11);
});

it('lists those of a day, the newest first', async () => {
  const { failures } = open();
  failures.record(failure());
  time += 20 * 3600_000;
  failures.record(failure({ provider: 'ghe' }));
  const providers = async () =>
    (await failures.recent()).map(({ provider }) => provider);
  expect(await providers()).toEqual(['ghe', 'github']);
  time += 5 * 3600_000;
  expect(await providers()).toEqual(['ghe']);
});

it('keeps no more than 200 in memory', async () => {
  const { failures } = open();
  for (let index = 0; index < 250; index++) {
    failures.record(failure({ person: { subject: `U_${index}` } }));
  }
  expect(await failures.recent()).toHaveLength(200);
});

it('hands over to a store what was there before it, and goes on when the store fails', async () => {
  const { failures, logger } = open();
  const saved: SignInFailure[] = [];
  failures.record(failure());
  failures.connect({
    save: async one => {
      saved.push(one);
      throw new Error('disk full');
    },
    remove: async () => {},
    list: async () => saved,
  });
  failures.record(failure({ provider: 'ghe' }));
  expect(saved.map(({ provider }) => provider)).toEqual(['github', 'ghe']);
  expect(await failures.recent()).toBe(saved);
  expect(logger.warn).toHaveBeenCalledWith(
    'A failed sign-in could not be kept',
    expect.any(Error),
  );
});

it('forgets what is settled', async () => {
  const { failures } = open();
  failures.record(failure({ kind: 'saml-sso' }));
  failures.settle({ provider: 'github', kind: 'saml-sso', subject: 'U_1' });
  expect(await failures.recent()).toEqual([]);
});
