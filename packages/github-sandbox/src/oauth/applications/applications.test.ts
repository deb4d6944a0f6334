import { OAuthApp, Octokit } from 'octokit';
import { findClient } from '../../access/findClient';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { Browser } from '../__testUtils__/Browser';
import { newOAuthApp } from '../__testUtils__/newOAuthApp';
import { issueUserToken } from '../token/issueUserToken';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  newOAuthApp({ sandbox: sandbox.sandbox, owner: sandbox.organisation });
});
afterEach(() => stopCleanly(sandbox));

const issue = (clientId = 'Iv0.shop') => {
  const client = findClient({ sandbox: sandbox.sandbox, clientId })!;
  return issueUserToken({
    sandbox: sandbox.sandbox,
    client,
    userId: sandbox.mel.id,
    scopes: client.kind === 'app' ? [] : ['repo'],
    ssoAuthorised: [],
  }).answer.access_token;
};
const octokitHere = () => Octokit.defaults({ baseUrl: sandbox.url });
const asShop = () =>
  new OAuthApp({
    clientType: 'oauth-app',
    clientId: 'Iv0.shop',
    clientSecret: 'shop-secret',
    Octokit: octokitHere(),
  });
const status = async (token: string) =>
  (await sandbox.call('GET /rate_limit', { token })).status;

it('checks a token', async () => {
  const token = issue();
  const { data } = await asShop().checkToken({ token });
  expect(data).toMatchObject({
    token,
    token_last_eight: token.slice(-8),
    scopes: ['repo'],
    app: { client_id: 'Iv0.shop' },
    user: { login: 'mel' },
    expires_at: null,
  });
});

it('resets a token', async () => {
  const token = issue();
  const { data } = await asShop().resetToken({ token });
  expect(data.token).toMatch(/^gho_/);
  expect([await status(token), await status(data.token)]).toEqual([401, 200]);
});

it('deletes a token, or all of a person', async () => {
  const [first, second, third] = [issue(), issue(), issue()];
  await asShop().deleteToken({ token: first });
  expect([await status(first), await status(second)]).toEqual([401, 200]);
  await asShop().deleteAuthorization({ token: second });
  expect(await status(third)).toBe(401);
});

it('scopes a token of a GitHub App', async () => {
  const { body: data } = await sandbox.call(
    'POST /applications/Iv1.portal/token/scoped',
    {
      headers: {
        authorization: `Basic ${Buffer.from(
          'Iv1.portal:portal-secret',
        ).toString('base64')}`,
      },
      body: {
        access_token: issue('Iv1.portal'),
        target: 'acme',
        repositories: ['vault'],
        permissions: { contents: 'read' },
      },
    },
  );
  expect(data.installation).toMatchObject({
    permissions: { contents: 'read' },
    repository_selection: 'selected',
  });
  const list = await sandbox.call(
    `GET /user/installations/${sandbox.installation.id}/repositories`,
    { token: data.token },
  );
  expect(
    list.body.repositories.map(({ name }: { name: string }) => name),
  ).toEqual(['vault']);
});

it("goes through Octokit's own web flow", async () => {
  const app = asShop();
  const { url } = app.getWebFlowAuthorizationUrl({
    state: 'abc',
    scopes: ['repo'],
  });
  expect(new URL(url).pathname).toBe('/login/oauth/authorize');
  const browser = new Browser(sandbox.url);
  const { pathname, search } = new URL(url);
  const page = await browser.open(`${pathname}${search}`);
  const { location } = await browser.submit(page, { login: 'mel' });
  const { authentication } = await app.createToken({
    code: new URL(location!).searchParams.get('code')!,
  });
  expect(authentication).toMatchObject({
    tokenType: 'oauth',
    scopes: ['repo'],
  });
  expect(await status(authentication.token)).toBe(200);
});

describe('refuses', () => {
  const check = (basic: string, body: unknown, clientId = 'Iv0.shop') =>
    sandbox.call(`POST /applications/${clientId}/token`, {
      headers: {
        authorization: `Basic ${Buffer.from(basic).toString('base64')}`,
      },
      body,
    });

  it('wrong secrets, other applications, tokens of others, and nothing', async () => {
    const access_token = issue('Iv1.portal');
    const answers = [
      await check('Iv0.shop:wrong', { access_token: issue() }),
      await check('Iv0.shop:shop-secret', { access_token }),
      await check('Iv0.shop:shop-secret', { access_token }, 'Iv1.portal'),
      await check('Iv0.shop:shop-secret', { access_token: 'gho_none' }),
      await check('Iv0.shop:shop-secret', {}),
      await sandbox.call('POST /applications/Iv0.shop/token', {
        as: 'olivia',
        body: { access_token },
      }),
    ];
    expect(answers.map(({ status: code }) => code)).toEqual([
      401, 404, 404, 404, 422, 401,
    ]);
  });
});
