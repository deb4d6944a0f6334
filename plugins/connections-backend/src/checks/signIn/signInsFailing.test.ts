import { mockServices } from '@backstage/backend-test-utils';
import {
  createSignInFailures,
  type NewSignInFailure,
} from '@callboard/plugin-access-node';
import type { CheckInput } from '../Check';
import { signInsFailing } from './signInsFailing';

const run = async (reported: Partial<NewSignInFailure>[]) => {
  const signInFailures = createSignInFailures({
    logger: mockServices.logger.mock(),
  });
  for (const failure of reported) {
    signInFailures.record({
      provider: 'github',
      kind: 'no-user',
      attempts: [],
      ...failure,
    });
  }
  return signInsFailing.run({
    context: { signInFailures },
  } as unknown as CheckInput);
};

it('warns of failures, by provider and kind', async () => {
  const person = (subject: string) => ({ person: { subject } });
  expect(
    await run([
      person('1'),
      person('1'),
      person('2'),
      { kind: 'bad-client-secret' },
      { kind: 'other', provider: 'oidc', detail: 'It said no' },
    ]),
  ).toEqual([
    expect.objectContaining({
      subject: 'oidc:other',
      status: 'warn',
      cause: expect.stringMatching(
        /^1 sign-in with oidc failed in the last 24 hours because It said no; the last has the reference \w{3}-\w{3}\.$/,
      ),
    }),
    expect.objectContaining({
      subject: 'github:bad-client-secret',
      remedy: expect.stringContaining('Generate a new client secret'),
    }),
    expect.objectContaining({
      subject: 'github:no-user',
      cause: expect.stringContaining(
        '3 sign-ins with github failed in the last 24 hours because the catalog has no user for the account',
      ),
      links: [{ title: 'Failed sign-ins', href: '/access/sign-ins' }],
    }),
  ]);
});

it('passes where nobody was kept out', async () => {
  const pass = [expect.objectContaining({ status: 'pass' })];
  expect(await run([])).toEqual(pass);
  expect(
    await run([{ kind: 'denied-by-person' }, { kind: 'saml-sso' }]),
  ).toEqual(pass);
});

it('takes a few pages that were left open for nothing, and many for a warning', async () => {
  const stray: Partial<NewSignInFailure> = { kind: 'state-mismatch' };
  expect(await run(Array(4).fill(stray))).toMatchObject([{ status: 'pass' }]);
  expect(await run(Array(5).fill(stray))).toMatchObject([
    { status: 'warn', subject: 'github:state-mismatch' },
  ]);
});

it('says nothing without a running portal', async () => {
  expect(
    await signInsFailing.run({ context: {} } as unknown as CheckInput),
  ).toEqual([]);
});
