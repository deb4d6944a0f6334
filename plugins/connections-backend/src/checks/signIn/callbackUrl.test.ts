// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { newOAuthApp } from '@callboard/github-sandbox/src/oauth/__testUtils__/newOAuthApp';
import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { startInspections } from '../../facts/__testUtils__/openInspection';
import { createObservedSignIns } from '../../seen/createObservedSignIns';
import { resultsOf } from '../__testUtils__/resultsOf';
import { callbackUrl } from './callbackUrl';
import { sharedOauthClient } from './sharedOauthClient';

jest.setTimeout(60_000);

const PORTAL = 'https://portal.example.com';
const FRAME = '/api/auth/github/handler/frame';

describe('callback-url', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  let client: ReturnType<typeof newOAuthApp>;

  beforeAll(async () => {
    inspections = await startInspections();
    client = newOAuthApp({
      sandbox: inspections.sandbox.sandbox,
      owner: inspections.sandbox.organisation,
    });
  });
  afterAll(() => inspections.stop());
  beforeEach(() => {
    client.callbackUrls = [`${PORTAL}${FRAME}`];
  });

  const auth = (more: JsonObject = {}): JsonObject => ({
    auth: {
      environment: 'production',
      providers: {
        github: {
          production: {
            clientId: 'Iv0.shop',
            clientSecret: 'shop-secret',
            enterpriseInstanceUrl: inspections.sandbox.url,
            ...more,
          },
        },
      },
    },
  });
  const open = (more?: JsonObject) =>
    inspections.open({}, { config: auth(more) });
  const run = async (context = open()) => {
    const [result] = await resultsOf({ check: callbackUrl, context });
    return result;
  };

  it('passes a client that is registered with exactly this address', async () => {
    expect(await run()).toMatchObject({
      id: 'callback-url:github:production',
      host: inspections.host,
      status: 'pass',
      cause: `The portal sends ${PORTAL}${FRAME}; it is registered. Client id and secret are believed.`,
    });
  });

  it('fails for a slash at the end, and names the address to register', async () => {
    client.callbackUrls = [`${PORTAL}${FRAME}/`];
    const result = await run();
    expect(result).toMatchObject({
      status: 'fail',
      cause: `redirect_uri_mismatch: registered is ${PORTAL}${FRAME}/. The portal sends ${PORTAL}${FRAME}.`,
    });
    expect(result.remedy).toContain(`Register exactly ${PORTAL}${FRAME} as`);
    client.callbackUrls = [`${PORTAL}${FRAME}`];
    expect(await run()).toMatchObject({ status: 'pass' });
  });

  it('fails for a secret or a client that is not believed, and shows no secret', async () => {
    const result = await run(open({ clientSecret: 'old-secret' }));
    expect(result).toMatchObject({
      status: 'fail',
      cause:
        'github does not take the client Iv0.shop with its secret (incorrect_client_credentials).',
    });
    expect(JSON.stringify(result)).not.toContain('old-secret');
    expect(await run(open({ clientId: 'Ov1.other' }))).toMatchObject({
      status: 'fail',
    });
  });

  it.each([
    [`${PORTAL}${FRAME}/`, 'with a slash at the end'],
    [`${PORTAL}/callback`, `takes what comes back at ${FRAME}`],
    [`https://other.example.com${FRAME}`, 'cookie of the sign-in stays behind'],
  ])('fails for auth.providers.…callbackUrl %s', async (url, cause) => {
    expect(await run(open({ callbackUrl: url }))).toMatchObject({
      status: 'fail',
      cause: expect.stringContaining(cause),
      remedy: expect.stringContaining(
        'Remove auth.providers.github.production.callbackUrl',
      ),
    });
  });

  it('fails when the provider cannot be reached', async () => {
    expect(
      await run(open({ enterpriseInstanceUrl: 'http://127.0.0.1:1' })),
    ).toMatchObject({
      status: 'fail',
      cause: expect.stringContaining('cannot be asked from this machine'),
    });
  });

  describe('where the provider tells nothing before somebody signs in', () => {
    const now = () => inspections.sandbox.sandbox.clock.now();
    const observing = () => {
      const signIns = createObservedSignIns({
        now,
        providers: () => ['github'],
      });
      const context = {
        ...open(),
        signIns,
        // github.com sends everybody to its sign-in page first.
        fetch: async (url: string | URL | Request, init?: RequestInit) =>
          String(url).includes('/login/oauth/authorize')
            ? new Response(null, {
                status: 302,
                headers: { location: '/login' },
              })
            : Response.json({
                error: 'bad_verification_code',
                for: init?.method,
              }),
      };
      return { context, signIns };
    };

    it('believes what came back from a sign-in, until the next one', async () => {
      const { context, signIns } = observing();
      expect(await run(context)).toMatchObject({
        status: 'pass',
        cause: expect.stringContaining('no sign-in has failed for it'),
      });
      const refused = (flow: string) =>
        signIns.record({
          ...{ provider: 'github', flow, path: `${FRAME}/` },
          error: 'redirect_uri_mismatch',
        });
      refused('1');
      // Anybody may have sent it, so it is a hint.
      expect(await run(context)).toMatchObject({
        status: 'warn',
        cause: expect.stringContaining(`the refusal sent to ${FRAME}/`),
        remedy: expect.stringContaining('Then sign in once'),
      });
      refused('1');
      refused('2');
      expect(await run(context)).toMatchObject({ status: 'warn' });
      refused('3');
      expect(await run(context)).toMatchObject({
        status: 'fail',
        cause: expect.stringContaining('So did the 2 sign-ins before it'),
      });
      signIns.record({ provider: 'github', flow: '4', path: FRAME });
      expect(await run(context)).toMatchObject({ status: 'pass' });
    });
  });

  it('asks the provider anew where somebody waits, and else once in ten minutes', async () => {
    let asked = 0;
    const context = {
      ...open(),
      fetch: ((url, init) => {
        asked += 1;
        return fetch(url, init);
      }) as typeof fetch,
    };
    await resultsOf({ check: callbackUrl, context, inspect: {} });
    await resultsOf({ check: callbackUrl, context, inspect: {} });
    expect(asked).toBe(2);
    await run(context);
    expect(asked).toBe(4);
  });

  it('asks again at once where the answer was not good, and for another secret', async () => {
    const signIn = { clientSecret: 'old-secret' };
    const context = {
      ...open(),
      get config() {
        return mockServices.rootConfig({
          data: { backend: { baseUrl: PORTAL }, ...auth(signIn) },
        });
      },
    };
    const statusNow = async () => {
      const results = await resultsOf({
        check: callbackUrl,
        context,
        inspect: {},
      });
      return results.map(({ status }) => status);
    };
    client.callbackUrls = [`${PORTAL}${FRAME}/`];
    signIn.clientSecret = 'shop-secret';
    expect(await statusNow()).toEqual(['fail']);
    client.callbackUrls = [`${PORTAL}${FRAME}`];
    expect(await statusNow()).toEqual(['pass']);
    signIn.clientSecret = 'old-secret';
    expect(await statusNow()).toEqual(['fail']);
  });
});

describe('shared-oauth-client', () => {
  let inspections: Awaited<ReturnType<typeof startInspections>>;
  beforeAll(async () => {
    inspections = await startInspections();
  });
  afterAll(() => inspections.stop());

  const run = (clientId: string) =>
    resultsOf({
      check: sharedOauthClient,
      context: inspections.open(
        { apps: [inspections.app()] },
        {
          config: {
            auth: { providers: { github: { production: { clientId } } } },
          },
        },
      ),
    });

  it('warns of one client for both, and passes two', async () => {
    expect(await run('Iv1.portal')).toMatchObject([
      {
        id: 'shared-oauth-client:github',
        status: 'warn',
        cause: expect.stringContaining('The client Iv1.portal serves both'),
      },
    ]);
    expect(await run('Iv0.shop')).toMatchObject([{ status: 'pass' }]);
  });
});
