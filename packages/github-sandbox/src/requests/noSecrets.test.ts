import { createAppAuth } from '@octokit/auth-app';
import { issueToken } from '../access/issueToken';
import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.stop());

/** Sends a secret in every place where clients put one. */
async function sendEverywhere(secret: string) {
  const basic = (name: string, password: string) =>
    `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`;
  const form = new URLSearchParams({
    client_id: 'Iv1.portal',
    client_secret: secret,
    code: secret,
    refresh_token: secret,
  });
  const requests: Array<[string, RequestInit]> = [
    ...[
      `Bearer ${secret}`,
      `token ${secret}`,
      basic('x-access-token', secret),
      basic(secret, 'x-oauth-basic'),
      basic('Iv1.portal', secret),
    ].map((authorization): [string, RequestInit] => [
      '/rate_limit',
      { headers: { authorization } },
    ]),
    ...[
      'access_token',
      'client_secret',
      'code',
      'token',
      'device_code',
      'Password',
    ].map((name): [string, RequestInit] => [`/zen?${name}=${secret}`, {}]),
    [`/app-manifests/${secret}/conversions`, { method: 'POST' }],
    ['/zen', { headers: { 'user-agent': `client ${secret}` } }],
    ['/login/oauth/access_token', { method: 'POST', body: form }],
    [
      '/login/oauth/access_token',
      { method: 'POST', body: JSON.stringify(Object.fromEntries(form)) },
    ],
    [
      '/graphql',
      {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.tokens.mel}` },
        body: JSON.stringify({
          query: `query { viewer { login } } # ${secret}`,
          variables: { secret },
        }),
      },
    ],
    ['/_sandbox/state', { headers: { authorization: `Bearer ${secret}` } }],
  ];
  for (const [path, init] of requests) {
    const answer = await fetch(`${sandbox.url}${path}`, {
      redirect: 'manual',
      ...init,
    });
    await answer.arrayBuffer();
  }
  return requests.length;
}

const kinds = [
  'classic',
  'fineGrained',
  'oauth',
  'userToServer',
  'installation',
] as const;

it.each([...kinds, 'jwt'] as const)('keeps no %s in the log', async kind => {
  const secret = kind === 'jwt' ? await jwt() : issued(kind);
  sandbox.sandbox.requests.clear();
  const sent = await sendEverywhere(secret);

  const requests = sandbox.sandbox.requests.all();
  expect(requests).toHaveLength(sent);
  const log = JSON.stringify(requests);
  expect(log).not.toContain(secret);
  // Nothing longer than the tail that tokens are recognised by.
  expect(log).not.toContain(secret.slice(-12));
  expect(log).not.toContain(Buffer.from(secret).toString('base64'));
});

it.each([
  'access_token',
  'client_secret',
  'code',
  'code_verifier',
  'device_code',
  'refresh_token',
  'token',
  'Password',
])('keeps nothing of the parameter %s, whatever its form', async name => {
  sandbox.sandbox.requests.clear();
  await fetch(`${sandbox.url}/zen?${name}=in-another-form&page=2`);
  const [request] = sandbox.sandbox.requests.all();
  expect(request.path).toBe(`/zen?${name}=***&page=2`);
});

it('says who came with which credential', async () => {
  sandbox.sandbox.requests.clear();
  await sandbox.call('GET /rate_limit', { as: 'mel' });
  await sandbox.call('GET /rate_limit');
  await sandbox.call('GET /rate_limit', { token: 'ghp_nobody' });
  const { tail } = sandbox.sandbox.state.tokens
    .all()
    .find(({ userId }) => userId === sandbox.mel.id)!;
  expect(
    sandbox.sandbox.requests.all().map(({ credential }) => credential),
  ).toEqual([
    { kind: 'classic', login: 'mel', tail },
    { kind: 'none' },
    { kind: 'unknown' },
  ]);
  expect(tail).toHaveLength(8);
});

function issued(kind: (typeof kinds)[number]) {
  return issueToken({
    sandbox: sandbox.sandbox,
    kind,
    values: {
      userId: sandbox.mel.id,
      installationId: sandbox.installation.id,
      clientId: sandbox.app.clientId,
      scopes: ['repo'],
    },
  }).secret;
}

async function jwt() {
  const auth = createAppAuth({
    appId: sandbox.app.id,
    privateKey: sandbox.privateKey,
  });
  return (await auth({ type: 'app' })).token;
}
