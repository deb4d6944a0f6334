import { issueToken } from '../access/issueToken';
import { startTestSandbox } from '../testing/startTestSandbox';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.stop());

it('says that single sign-on is missing, where a repository would be hidden otherwise', async () => {
  sandbox.organisation.samlEnforced = true;
  const ask = (as: 'mel' | 'oscar') =>
    sandbox.call('GET /repos/acme/vault', { as });
  const asMember = await ask('mel');
  expect(asMember.status).toBe(403);
  expect(asMember.headers.get('x-github-sso')).toMatch(/^required; url=http/);
  expect((await ask('oscar')).status).toBe(404);
});

it('says which organisations a list leaves out', async () => {
  const ask = () => sandbox.call('GET /user/repos', { as: 'mel' });
  expect((await ask()).headers.get('x-github-sso')).toBeNull();
  sandbox.organisation.samlEnforced = true;
  const list = await ask();
  expect(list.headers.get('x-github-sso')).toBe(
    `partial-results; organizations=${sandbox.organisation.id}`,
  );
  expect(list.text).not.toContain('acme/vault');
});

it('stops a suspended installation everywhere, also in GraphQL', async () => {
  const { secret } = issueToken({
    sandbox: sandbox.sandbox,
    kind: 'installation',
    values: { installationId: sandbox.installation.id },
  });
  sandbox.installation.suspendedAt = '2026-01-01T00:00:00Z';
  const answers = [
    await sandbox.call('GET /repos/acme/shop', { token: secret }),
    await sandbox.call('POST /graphql', {
      token: secret,
      body: { query: '{ viewer { login } }' },
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([403, 403]);
});
