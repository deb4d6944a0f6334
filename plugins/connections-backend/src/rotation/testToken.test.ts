import type { GithubService } from '@callboard/plugin-github-node';
import { testToken } from './testToken';

type Client = Awaited<ReturnType<GithubService['client']>>;

const now = new Date('2026-11-26T12:00:00Z');

/** A GitHub that answers so. */
const answering = (answer: object) =>
  ({
    request: async () => ({ status: 200, headers: {}, url: 'URL', ...answer }),
  } as unknown as Client);
const refusing = (error: object) =>
  ({
    request: async () => {
      throw Object.assign(new Error('no'), error);
    },
  } as unknown as Client);

it.each([
  ['a page', '<html>Sign in</html>'],
  ['JSON of something else', { hello: 'world' }],
  ['nothing', undefined],
])('takes no token for good from %s', async (_, data) => {
  expect(
    await testToken({ token: 'ghp_a', client: answering({ data }), now }),
  ).toEqual({
    outcome: 'unreachable',
    message: expect.stringContaining("is not GitHub's API; check apiBaseUrl"),
  });
});

it('tells what GitHub says of a good one', async () => {
  const client = answering({
    data: { login: 'mel' },
    headers: {
      'x-oauth-scopes': 'repo, gist',
      'github-authentication-token-expiration': '2026-12-26 12:00:00 +0100',
    },
  });
  expect(await testToken({ token: 'ghp_a', client, now })).toEqual({
    ...{ outcome: 'valid', kind: 'classic', owner: 'mel' },
    scopes: ['repo', 'gist'],
    expiresAt: '2026-12-26T11:00:00.000Z',
  });
});

it('survives a refusal whose message is no text, and quotes no token', async () => {
  const of = (message: unknown) =>
    testToken({
      token: 'ghp_a',
      client: refusing({ status: 401, response: { data: { message } } }),
      now,
    });
  expect(await of({ code: 7 })).toMatchObject({ outcome: 'rejected' });
  expect(await of('ghp_a is none')).toEqual({
    outcome: 'rejected',
    message: '*** is none',
  });
});
