import {
  ConflictError,
  InputError,
  NotAllowedError,
  ResponseError,
} from '@backstage/errors';
import { explainFailure } from './explainFailure';
import { noteCause } from './noteCause';

/** As Octokit throws it. */
function octokitError(options: {
  status: number;
  message: string;
  headers?: Record<string, string>;
}) {
  const { status, message, headers = {} } = options;
  return Object.assign(new Error(message), {
    name: 'HttpError',
    status,
    request: {
      method: 'POST',
      url: 'https://api.github.test/orgs/copperbell/repos?token=abc',
      headers: { authorization: 'token [REDACTED]' },
    },
    response: { status, headers },
  });
}

/** As the runner of stock writes an error into the log. */
const stackOf = (error: Error) => String(error.stack);

describe('a missing permission', () => {
  it('is named as GitHub names it', () => {
    const error = octokitError({
      status: 403,
      message: 'Resource not accessible by integration',
      headers: { 'x-accepted-github-permissions': 'administration=write' },
    });
    expect(explainFailure({ error })).toMatchObject({
      code: 'permission-missing',
      permission: 'Administration: write',
      title: expect.stringContaining('"Administration: write"'),
      link: '/connections',
    });
  });

  it('is recognised in what stock makes of it', () => {
    const error = new Error(
      'Failed to create the Organization repository copperbell/pay, Resource not accessible by integration',
    );
    expect(explainFailure({ message: stackOf(error) }).code).toBe(
      'permission-missing',
    );
  });
});

it('a name that is taken is named', () => {
  const said =
    'Repository creation failed.: {"resource":"Repository","code":"custom","field":"name","message":"name already exists on this account"}';
  expect(
    explainFailure({ error: octokitError({ status: 422, message: said }) }),
  ).toMatchObject({ code: 'name-taken' });
  expect(
    explainFailure({
      message: stackOf(
        new Error(
          `Failed to create the Organization repository copperbell/pay, ${said}`,
        ),
      ),
    }),
  ).toMatchObject({
    code: 'name-taken',
    title: 'There is a repository copperbell/pay already',
  });
});

describe('a limit of requests', () => {
  it('of GitHub tells until when', () => {
    const reset = Math.floor(Date.now() / 1000) + 600;
    const error = octokitError({
      status: 403,
      message: 'API rate limit exceeded for installation ID 1.',
      headers: {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(reset),
      },
    });
    expect(
      explainFailure({ error: new Error('wrapped', { cause: error }) }),
    ).toMatchObject({
      code: 'rate-limited',
      until: new Date(reset * 1000).toISOString(),
    });
  });

  it('of the portal tells until when, also in words alone', () => {
    const until = '2026-11-27T06:00:00.000Z';
    const error = Object.assign(
      new Error(
        `Did not send POST /orgs/x/repos to github.test: GitHub allows 80 changes a minute. Try again after ${until}`,
      ),
      { code: 'GITHUB_BUDGET', until },
    );
    for (const failure of [{ error }, { message: stackOf(error) }]) {
      expect(explainFailure(failure)).toMatchObject({
        code: 'rate-limited',
        until,
        title: expect.stringContaining(until),
      });
    }
  });
});

it.each<[string, Error, string]>([
  [
    'a credential that is gone',
    octokitError({ status: 401, message: 'Bad credentials' }),
    'credential-gone',
  ],
  [
    'a token that is over',
    Object.assign(new Error('Invalid user token'), {
      name: 'AuthenticationError',
    }),
    'credential-gone',
  ],
  [
    'no installation',
    new Error(
      'No token available for host: github.test, with owner copperbell, and repo pay.',
    ),
    'not-installed',
  ],
  [
    'a push',
    Object.assign(
      new Error(
        'Push rejected because it was not a simple fast-forward. Use "force: true" to override.',
      ),
      { name: 'PushRejectedError' },
    ),
    'push-rejected',
  ],
  [
    'a permission of the portal',
    new NotAllowedError('Unauthorized action: x'),
    'not-permitted',
  ],
  [
    'a refusal without a reason',
    octokitError({ status: 403, message: 'Organization has an IP allow list' }),
    'not-permitted',
  ],
  [
    'nothing there',
    octokitError({ status: 404, message: 'Not Found' }),
    'not-found',
  ],
  [
    'a wrong input',
    new InputError('Invalid repo URL passed to publisher'),
    'invalid-input',
  ],
  [
    'an input that does not fit',
    new InputError(
      'Invalid input passed to action publish:github, instance is not allowed to have the additional property "x"',
    ),
    'invalid-input',
  ],
  [
    'no connection',
    Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
        code: 'ECONNREFUSED',
      }),
    }),
    'network',
  ],
  [
    'an ill host',
    octokitError({ status: 502, message: 'Bad Gateway' }),
    'network',
  ],
  [
    'a stop',
    new Error('Step a (b) of task c has been cancelled.'),
    'cancelled',
  ],
  [
    'a key',
    new Error('The sealed secrets of run 1 cannot be opened'),
    'cannot-open',
  ],
  ['anything else', new Error('the cat sat on it'), 'unknown'],
])(
  '%s is told from the error and from its stack, without the stack',
  (_, error, code) => {
    for (const failure of [
      { error },
      { message: stackOf(error) },
      { error, message: stackOf(error) },
    ]) {
      const cause = explainFailure({ ...failure, stepId: 'publish' });
      const isToldByStatusAlone =
        failure.error === undefined &&
        /allow list|Bad Gateway/.test(error.message);
      expect(cause.code).toBe(isToldByStatusAlone ? 'unknown' : code);
      expect(JSON.stringify(cause)).not.toMatch(/\n\s+at |\\n\s+at /);
      expect(cause.title).not.toBe('');
      expect(cause.remedy).not.toBe('');
    }
  },
);

it('what the catalog refuses is told by the action', async () => {
  const action = 'catalog:register';
  const refusal = async (status: number) =>
    ResponseError.fromResponse(
      new Response(JSON.stringify({ error: { name: 'x', message: 'y' } }), {
        status,
        headers: { 'content-type': 'application/json' },
      }) as any,
    );
  expect(explainFailure({ error: await refusal(403), action })).toMatchObject({
    code: 'catalog-refused',
    permission: 'catalog.location.create',
  });
  const conflict = stackOf(await refusal(409));
  expect(explainFailure({ message: conflict, action })).toMatchObject({
    code: 'catalog-refused',
    title: expect.stringContaining('already'),
  });
  expect(
    explainFailure({ error: new ConflictError('x'), action: 'fetch:plain' })
      .code,
  ).toBe('unknown');
});

it('a cause that was noted is found by what stock passes on of the error', () => {
  const error = new Error('Nobody knows this one');
  const cause = {
    code: 'permission-missing' as const,
    title: 'App X has no permission "Secrets: write" in copperbell.',
    remedy: 'To be granted by an owner of copperbell.',
    permission: 'Secrets: write',
  };
  noteCause({ error, cause });
  expect(explainFailure({ error })).toBe(cause);
  expect(explainFailure({ message: stackOf(error) })).toBe(cause);
  expect(explainFailure({ message: error.message })).toBe(cause);
});

it('quotes no query, no token and no more than a line or two', () => {
  const cause = explainFailure({
    error: octokitError({
      status: 404,
      message: `Not Found ghp_${'a'.repeat(36)} ${'x'.repeat(2000)}`,
    }),
  });
  expect(cause.title).toBe(
    'POST https://api.github.test/orgs/copperbell/repos was not found',
  );
  expect(cause.detail).not.toContain('ghp_');
  expect(cause.detail!.length).toBeLessThanOrEqual(500);
});
