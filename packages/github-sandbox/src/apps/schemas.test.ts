import { issueToken } from '../access/issueToken';
import { stopCleanly } from '../testing/stopCleanly';
import { findClient } from '../access/findClient';
import { newOAuthApp } from '../oauth/__testUtils__/newOAuthApp';
import { issueUserToken } from '../oauth/token/issueUserToken';
import { readOpenApi } from '../testing/published/readOpenApi';
import type { OpenApi } from '../testing/published/readOpenApi';
import { startTestSandbox } from '../testing/startTestSandbox';
import { signJwt } from './__testUtils__/signJwt';
import { createAppFromManifest } from './manifest/createAppFromManifest';

jest.setTimeout(120_000);

let openApi: OpenApi;
let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  openApi = await readOpenApi();
  sandbox = await startTestSandbox();
  newOAuthApp({ sandbox: sandbox.sandbox, owner: sandbox.organisation });
});
afterAll(() => stopCleanly(sandbox));

const userToken = (clientId: string) =>
  issueUserToken({
    sandbox: sandbox.sandbox,
    client: findClient({ sandbox: sandbox.sandbox, clientId })!,
    userId: sandbox.olivia.id,
    scopes: [],
    ssoAuthorised: [],
  }).answer.access_token;
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const asJwt = async () => `Bearer ${await signJwt(sandbox)}`;
const asInstallation = () =>
  `Bearer ${
    issueToken({
      sandbox: sandbox.sandbox,
      kind: 'installation',
      values: { installationId: sandbox.installation.id },
    }).secret
  }`;
const asApplication = () => basic('Iv0.shop:shop-secret');
const oauthToken = () => ({ access_token: userToken('Iv0.shop') });

it.each<
  [
    route: string,
    authorization: () => string | Promise<string>,
    body?: () => unknown,
    status?: number,
  ]
>([
  ['GET /app', asJwt],
  ['GET /apps/{app_slug}', asInstallation],
  ['GET /app/hook/config', asJwt],
  ['GET /app/installation-requests', asJwt],
  ['GET /app/installations/{installation_id}', asJwt],
  [
    'POST /app/installations/{installation_id}/access_tokens',
    asJwt,
    () => ({ repositories: ['shop'] }),
    201,
  ],
  [
    'POST /app/installations/{installation_id}/access_tokens',
    asJwt,
    () => ({ repositories: ['none'] }),
    422,
  ],
  ['GET /installation/repositories', asInstallation],
  ['GET /repos/{owner}/{repo}/installation', asJwt],
  ['GET /orgs/{org}/installation', asJwt],
  ['GET /orgs/{org}/installations', () => `Bearer ${sandbox.tokens.olivia}`],
  ['GET /user/installations', () => `Bearer ${userToken('Iv1.portal')}`],
  [
    'GET /user/installations/{installation_id}/repositories',
    () => `Bearer ${userToken('Iv1.portal')}`,
  ],
  ['POST /applications/{client_id}/token', asApplication, oauthToken],
  ['PATCH /applications/{client_id}/token', asApplication, oauthToken],
  [
    'POST /applications/{client_id}/token',
    asApplication,
    () => ({ access_token: 'none' }),
    404,
  ],
  ['POST /applications/{client_id}/token', asApplication, () => ({}), 422],
])('%s is answered as GitHub describes it', async (...row) => {
  const [route, authorization, body, status = 200] = row;
  const values: Record<string, string> = {
    app_slug: 'portal',
    installation_id: String(sandbox.installation.id),
    owner: 'acme',
    repo: 'shop',
    org: 'acme',
    client_id: 'Iv0.shop',
  };
  const answer = await sandbox.call(
    route.replace(/\{(\w+)\}/g, (_, name) => values[name]),
    { headers: { authorization: await authorization() }, body: body?.() },
  );
  expect(answer.status).toBe(status);
  expect(
    openApi.checkAnswer({ route, status: answer.status, body: answer.body }),
  ).toEqual([]);
});

it('describes a conversion and a suspended installation as GitHub does', async () => {
  const created = createAppFromManifest({
    sandbox: sandbox.sandbox,
    owner: sandbox.organisation,
    actor: sandbox.olivia,
    name: 'Another',
    manifest: {
      name: 'Another',
      url: 'http://localhost:7007',
      redirectUrl: undefined,
      hookUrl: undefined,
      hookActive: false,
      callbackUrls: [],
      setupUrl: undefined,
      description: undefined,
      public: false,
      permissions: { contents: 'read' },
      events: [],
    },
  });
  const code = created.outcome === 'created' ? created.code : '';
  const converted = await sandbox.call(
    `POST /app-manifests/${code}/conversions`,
  );
  expect(
    openApi.checkAnswer({
      route: 'POST /app-manifests/{code}/conversions',
      status: 201,
      body: converted.body,
    }),
  ).toEqual([]);

  sandbox.installation.suspendedAt = sandbox.sandbox.clock.iso();
  const suspended = await sandbox.call(
    `GET /app/installations/${sandbox.installation.id}`,
    { token: await signJwt(sandbox) },
  );
  expect(
    openApi.checkAnswer({
      route: 'GET /app/installations/{installation_id}',
      status: 200,
      body: suspended.body,
    }),
  ).toEqual([]);
  // The description of the list wants an account that is a person and an enterprise at once; it has the same shape.
  const list = await sandbox.call('GET /app/installations', {
    token: await signJwt(sandbox),
  });
  expect(list.body).toEqual([suspended.body]);
});
