import { generateKeyPairSync } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { budgetRefusal, isBudgetRefusal } from '../outgoing/budgetRefusal';
import {
  startCredentials,
  type StartedCredentials,
} from './__testUtils__/startCredentials';

let started: StartedCredentials;
beforeEach(async () => {
  started = await startCredentials();
});
afterEach(() => started.stop());

const stepsFor = (
  ...request: Parameters<StartedCredentials['stepsFor']>
): ReturnType<StartedCredentials['stepsFor']> => started.stepsFor(...request);
const withApp = (app = {}, entry = {}) =>
  started.create(started.integrations({ apps: [started.app(app)], ...entry }));
const token = () => ({ token: started.sandbox.tokens.mel });

/** A port where nobody listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

const foreign = () =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;

it.each([
  {
    what: 'a key that is none',
    app: () => ({ privateKey: 'secret-but-no-key' }),
    step: 'app failed key-invalid',
    reason: 'is not a PEM. Give it the content of the .pem file',
  },
  {
    what: 'a key of another App',
    app: () => ({ privateKey: foreign() }),
    step: 'app failed key-invalid',
    reason: 'GitHub does not accept the private key of App',
  },
  {
    what: 'a number that GitHub does not know',
    app: () => ({ appId: 999_999 }),
    step: 'app failed app-unknown',
    reason: 'knows no App 999999',
  },
])('an App with $what lets a token serve, and says so', async expected => {
  const steps = await stepsFor(withApp(expected.app(), token()), 'acme/shop');
  expect(steps[0].step).toBe(expected.step);
  expect(steps[0].reason).toContain(expected.reason);
  expect(steps[0].reason).not.toContain('secret-but-no-key');
  expect(steps[1].step).toBe('token used used');
});

it('a broken App never makes a call anonymous', async () => {
  const created = withApp({ privateKey: foreign() });
  const steps = await stepsFor(created, 'acme/shop');
  expect(steps.map(({ step }) => step)).toEqual(['app failed key-invalid']);
  await expect(
    created.credentials.serve({ url: started.urlOf('acme/shop') }),
  ).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
    message: expect.stringMatching(
      /^App \d+ cannot serve .*Generate a new one on the App's page\. See https:\/\/docs\.github\.com\S+\. No token is configured/,
    ),
  });
});

it.each([
  {
    what: 'suspended',
    code: 'suspended',
    values: () => ({ suspendedAt: started.sandbox.sandbox.clock.iso() }),
    message:
      /^App \d+ cannot serve .*acme\/vault: Its installation on acme is suspended\. Lift that on the page of the installation\. See http:\S+\/installations\/\d+\. No token/,
  },
  {
    what: 'not given the repository',
    code: 'repository-not-selected',
    values: () => ({
      repositorySelection: 'selected' as const,
      repositoryIds: [started.sandbox.shop.id],
    }),
    message:
      /^App \d+ cannot serve .*acme\/vault: .*vault is not one of them\. Add it on the page of the installation\. See http:\S+\/installations\/\d+\. No token/,
  },
])(
  'an App that is $what never makes a call anonymous, and lets a token serve',
  async ({ code, values, message }) => {
    Object.assign(started.sandbox.installation, values());
    const alone = withApp();
    const steps = await stepsFor(alone, 'acme/vault');
    expect(steps.map(({ step }) => step)).toEqual([`app failed ${code}`]);
    await expect(
      alone.credentials.serve({ url: started.urlOf('acme/vault') }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError', message });

    const both = await stepsFor(withApp({}, token()), 'acme/vault');
    expect(both.map(({ step }) => step)).toEqual([
      `app skipped ${code}`,
      'token used used',
      'none skipped not-needed',
    ]);
  },
);

it('a broken App is not asked at every call, and again when a fresh answer is wanted', async () => {
  const created = withApp({ appId: 999_999 }, token());
  for (let index = 0; index < 5; index++) {
    await stepsFor(created, 'acme/shop');
  }
  expect(started.lines()).toEqual(['GET /app/installations 404']);
  await stepsFor(created, 'acme/shop', { fresh: true });
  expect(started.lines()).toHaveLength(2);
  started.sandbox.sandbox.clock.advance({ ms: 31_000 });
  await stepsFor(created, 'acme/shop');
  expect(started.lines()).toHaveLength(3);
});

it('an App that cannot be reached says what happened', async () => {
  const gone = `http://localhost:${await freePort()}/api/v3`;
  const created = withApp({}, { apiBaseUrl: gone, ...token() });
  const steps = await stepsFor(created, 'acme/shop');
  expect(steps[0]).toEqual({
    step: 'app failed unreachable',
    reason: `${gone} cannot be reached: ECONNREFUSED. Check the network, the proxy and apiBaseUrl.`,
  });
  expect(steps[1].step).toBe('token used used');
});

it('an App that something else than GitHub answers says so', async () => {
  const created = started.create(
    started.integrations({ apps: [started.app()] }),
    { fetch: async () => new Response('<html>', { status: 200 }) },
  );
  expect((await stepsFor(created, 'acme/shop'))[0]).toEqual({
    step: 'app failed unreachable',
    reason: `What answers at ${started.sandbox.url}/api/v3 is not GitHub's API (status 200). Check apiBaseUrl.`,
  });
});

it('an App with a clock that is wrong works by the clock of GitHub', async () => {
  const created = started.create(
    started.integrations({ apps: [started.app()] }),
    { now: () => new Date(started.now().getTime() - 3_600_000) },
  );
  const [first] = await stepsFor(created, 'acme/shop');
  expect(first.step).toBe('app used used');
  expect(first.reason).toMatch(
    /^Installed on acme\. The clock of this machine is 3(599|600) seconds behind GitHub's/,
  );
  expect(created.logger.warn).toHaveBeenCalledTimes(1);
  expect(started.lines()[0]).toBe('GET /app/installations 401');
  expect(started.lines()[1]).toBe('GET /app/installations 200');
});

it('an App with a clock that cannot be corrected says so', async () => {
  const created = started.create(
    started.integrations({ apps: [started.app()], ...token() }),
    {
      now: () => new Date(started.now().getTime() + 3_600_000),
      // Something in between takes the time away.
      async fetch(...request) {
        const answer = await fetch(...request);
        return new Response(await answer.text(), { status: answer.status });
      },
    },
  );
  expect((await stepsFor(created, 'acme/shop'))[0]).toMatchObject({
    step: 'app failed clock-skew',
    reason: expect.stringContaining('the clock of this machine is wrong'),
  });
});

it('an App whose requests our own budget holds back says until when, and so does the error', async () => {
  const until = '2026-01-01T00:00:00Z';
  const created = started.create(
    started.integrations({ apps: [started.app()] }),
    {
      async fetch() {
        throw new TypeError('fetch failed', {
          cause: budgetRefusal({
            ...{ host: started.host, method: 'GET', path: '/x', until },
            reason: 'the limit is used up',
          }),
        });
      },
    },
  );
  const { credentials } = created;
  const url = started.urlOf('acme/shop');
  const { steps } = await credentials.explain({ url });
  expect(steps).toEqual([
    expect.objectContaining({
      code: 'unreachable',
      verdict: 'failed',
      heldBackUntil: until,
      heldBackFor: 'the limit is used up',
    }),
  ]);
  const thrown = [
    credentials.serve({ url }),
    credentials.installationToken({
      credentialId: steps[0].credentialId,
      installationId: 1,
    }),
    credentials.provider({ pluginId: 'catalog' }).getCredentials({ url }),
  ].map(promise => promise.catch(error => error));
  for (const error of await Promise.all(thrown)) {
    expect(error).toMatchObject({ name: 'ServiceUnavailableError' });
    expect(isBudgetRefusal(error)).toEqual({
      message: expect.stringContaining('the limit is used up'),
      until,
      reason: 'the limit is used up',
    });
  }
});

it('an App that is broken otherwise is not taken for one that is held back', async () => {
  const { credentials } = withApp({ privateKey: foreign() });
  const error = await credentials
    .serve({ url: started.urlOf('acme/shop') })
    .catch(caught => caught);
  expect(error).toMatchObject({ name: 'ServiceUnavailableError' });
  expect(isBudgetRefusal(error)).toBeUndefined();
});
