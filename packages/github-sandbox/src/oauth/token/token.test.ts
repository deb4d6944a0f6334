import { createHash, randomBytes } from 'node:crypto';
import { stopCleanly } from '../../testing/stopCleanly';
import { openShop } from '../__testUtils__/openShop';
import { newOAuthApp } from '../__testUtils__/newOAuthApp';

type Shop = Awaited<ReturnType<typeof openShop>>;
let shop: Shop;
let sandbox: Shop['sandbox'];
beforeEach(async () => {
  shop = await openShop();
  ({ sandbox } = shop);
});
afterEach(() => stopCleanly(sandbox));

const authorize: Shop['authorize'] = (...given) => shop.authorize(...given);
const exchange: Shop['exchange'] = (...given) => shop.exchange(...given);
const exchanged: Shop['exchanged'] = (...given) => shop.exchanged(...given);

describe('the exchange', () => {
  const code = async (parameters: Record<string, string> = {}) =>
    (await authorize(parameters)).searchParams.get('code')!;

  it('gives a token with scopes, which works', async () => {
    const answer = await exchanged({ code: await code() });
    expect(answer).toEqual({
      access_token: expect.stringMatching(/^gho_\w{36}$/),
      token_type: 'bearer',
      scope: 'read:org,repo',
    });
    const limit = await sandbox.call('GET /rate_limit', {
      token: answer.access_token,
    });
    expect(limit.status).toBe(200);
    expect(limit.headers.get('x-oauth-scopes')).toBe('read:org, repo');
    expect(limit.headers.get('x-oauth-client-id')).toBe('Iv0.shop');
    expect(limit.body.rate.limit).toBe(5000);
  });

  it('works once', async () => {
    const once = await code();
    await exchanged({ code: once });
    expect(await exchanged({ code: once })).toEqual({
      error: 'bad_verification_code',
      error_description: 'The code passed is incorrect or expired.',
      error_uri: expect.stringContaining('#bad-verification-code'),
    });
  });

  it('works for ten minutes', async () => {
    const late = await code();
    sandbox.sandbox.clock.advance({ ms: 10 * 60 * 1000 });
    expect((await exchanged({ code: late })).error).toBe(
      'bad_verification_code',
    );
  });

  it('works for the application alone that the code was made for', async () => {
    newOAuthApp({
      sandbox: sandbox.sandbox,
      owner: sandbox.organisation,
      values: { clientId: 'Iv0.other' },
    });
    const stolen = await exchanged({
      code: await code(),
      client_id: 'Iv0.other',
    });
    expect(stolen.error).toBe('bad_verification_code');
  });

  it.each([
    [{ client_secret: 'wrong' }, 'incorrect_client_credentials'],
    [{ client_id: 'Iv0.none' }, 'incorrect_client_credentials'],
    [{ redirect_uri: 'http://evil.example/' }, 'redirect_uri_mismatch'],
    [{ code: 'wrong' }, 'bad_verification_code'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
  ])('with %j is answered with 200 and %s', async (parameters, error) => {
    const good = await code();
    const answer = await exchange({ code: good, ...parameters });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text).error).toBe(error);
    // A mistake beside the code does not use it up.
    const then = await exchanged({ code: good });
    expect(then.token_type).toBe('bearer');
  });

  it('compares the addresses of both steps', async () => {
    const redirectUri = 'http://shop.example/callback/a';
    const asked = { redirect_uri: redirectUri };
    expect(
      (await exchanged({ code: await code(asked), ...asked })).token_type,
    ).toBe('bearer');
    const other = await exchanged({
      code: await code(asked),
      redirect_uri: 'http://shop.example/callback/b',
    });
    expect(other.error).toBe('redirect_uri_mismatch');
  });

  it('answers as a form, as JSON and as XML, and takes JSON and Basic', async () => {
    const form = await exchange({ code: await code() }, {});
    expect(new URLSearchParams(form.text).get('token_type')).toBe('bearer');
    const xml = await exchange(
      { code: await code() },
      { accept: 'application/xml' },
    );
    expect(xml.text).toMatch(/^<OAuth><access_token>gho_\w+<\/access_token>/);
    const json = await fetch(`${sandbox.url}/login/oauth/access_token`, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from('Iv0.shop:shop-secret').toString(
          'base64',
        )}`,
      },
      body: JSON.stringify({ code: await code() }),
    });
    expect((await json.json()).scope).toBe('read:org,repo');
  });

  describe('with PKCE', () => {
    const verifier = randomBytes(32).toString('base64url');
    const s256 = createHash('sha256').update(verifier).digest('base64url');
    it.each<[string, Record<string, string>, Record<string, string>, boolean]>([
      [
        'S256 and its verifier',
        { code_challenge: s256, code_challenge_method: 'S256' },
        { code_verifier: verifier },
        true,
      ],
      [
        'S256 and another verifier',
        { code_challenge: s256, code_challenge_method: 'S256' },
        { code_verifier: `${verifier}x` },
        false,
      ],
      [
        'S256 and no verifier',
        { code_challenge: s256, code_challenge_method: 'S256' },
        {},
        false,
      ],
      [
        'plain',
        { code_challenge: verifier, code_challenge_method: 'plain' },
        { code_verifier: verifier },
        true,
      ],
      [
        'no method, which is plain',
        { code_challenge: s256 },
        { code_verifier: verifier },
        false,
      ],
      ['a verifier that was not asked for', {}, { code_verifier: 'x' }, true],
    ])('%s', async (_, asked, shown, isGood) => {
      const answer = await exchanged({ code: await code(asked), ...shown });
      expect(answer.error ?? 'ok').toBe(
        isGood ? 'ok' : 'bad_verification_code',
      );
    });
  });

  it('ends the oldest of more than ten tokens', async () => {
    const tokens: string[] = [];
    for (let count = 0; count < 11; count += 1) {
      tokens.push((await exchanged({ code: await code() })).access_token);
    }
    const status = async (token: string) =>
      (await sandbox.call('GET /rate_limit', { token })).status;
    expect(await status(tokens[0])).toBe(401);
    expect(await status(tokens[1])).toBe(200);
    expect(await status(tokens[10])).toBe(200);
  });
});

describe('single sign-on', () => {
  it('is part of signing in, unless it is not wished', async () => {
    sandbox.organisation.samlEnforced = true;
    const authorised = async (fields: Record<string, string>) => {
      const target = await authorize({}, fields);
      await exchanged({ code: target.searchParams.get('code')! });
      return sandbox.sandbox.state.tokens.all().at(-1)!.ssoAuthorised;
    };
    expect(await authorised({ login: 'mel', sso: 'yes' })).toEqual([
      sandbox.organisation.id,
    ]);
    expect(await authorised({ login: 'mel' })).toEqual([]);
    expect(await authorised({ login: 'oscar', sso: 'yes' })).toEqual([]);
  });
});

describe('a GitHub App', () => {
  const asApp = {
    client_id: 'Iv1.portal',
    redirect_uri: 'http://localhost/callback',
  };
  const secret = { client_id: 'Iv1.portal', client_secret: 'portal-secret' };

  it('gets a token for eight hours and a refresh token for half a year', async () => {
    const { searchParams } = await authorize(asApp);
    const answer = await exchanged({
      code: searchParams.get('code')!,
      ...secret,
    });
    expect(answer).toEqual({
      access_token: expect.stringMatching(/^ghu_/),
      expires_in: 28800,
      refresh_token: expect.stringMatching(/^ghr_/),
      refresh_token_expires_in: 15897600,
      token_type: 'bearer',
      scope: '',
    });
    const list = await sandbox.call('GET /user/installations', {
      token: answer.access_token,
    });
    expect(list.body.installations).toMatchObject([{ app_slug: 'portal' }]);
    expect(list.headers.get('github-authentication-token-expiration')).toMatch(
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
    );

    sandbox.sandbox.clock.advance({ ms: 8 * 3600 * 1000 });
    const late = await sandbox.call('GET /user/installations', {
      token: answer.access_token,
    });
    expect(late.status).toBe(401);
    const refresh = {
      grant_type: 'refresh_token',
      refresh_token: answer.refresh_token,
      ...secret,
    };
    const fresh = await exchanged(refresh);
    expect(fresh.access_token).toMatch(/^ghu_/);
    expect((await exchanged(refresh)).error).toBe('bad_refresh_token');
    expect(
      (
        await sandbox.call('GET /user/installations', {
          token: fresh.access_token,
        })
      ).status,
    ).toBe(200);
  });

  it('does not refresh for another application, nor after half a year', async () => {
    const { searchParams } = await authorize(asApp);
    const { refresh_token } = await exchanged({
      code: searchParams.get('code')!,
      ...secret,
    });
    const refresh = { grant_type: 'refresh_token', refresh_token };
    expect((await exchanged(refresh)).error).toBe('bad_refresh_token');
    sandbox.sandbox.clock.advance({ ms: 184 * 24 * 3600 * 1000 });
    expect((await exchanged({ ...refresh, ...secret })).error).toBe(
      'bad_refresh_token',
    );
  });
});
