import { runQuery } from './__testUtils__/runQuery';
import { startTestSandbox } from '../testing/startTestSandbox';
import { issueToken } from '../access/issueToken';
import { failOnErrors } from './__testUtils__/failOnErrors';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

describe('who may ask', () => {
  it('needs a credential', async () => {
    const { status, body } = await sandbox.call('POST /graphql', {
      body: { query: '{ viewer { login } }' },
    });
    expect(status).toBe(401);
    expect(body.message).toBe(
      'This endpoint requires you to be authenticated.',
    );
  });

  it('needs one that is known', async () => {
    const { status, body } = await runQuery(sandbox, {
      query: '{ viewer { login } }',
      token: 'ghp_nothing',
    });
    expect(status).toBe(401);
    expect(body.message).toBe('Bad credentials');
  });

  it('is told who it is, with the scopes in a header', async () => {
    const { body, headers } = await runQuery(sandbox, {
      query: '{ viewer { login isViewer } }',
      as: 'mel',
    });
    expect(body.data.viewer).toEqual({ login: 'mel', isViewer: true });
    expect(headers.get('x-oauth-scopes')).toContain('repo');
    expect(headers.get('x-github-media-type')).toBe('github.v4; format=json');
  });

  it('is the bot for an installation', async () => {
    const { secret } = issueToken({
      sandbox: sandbox.sandbox,
      kind: 'installation',
      values: { installationId: sandbox.installation.id },
    });
    const { body } = await runQuery(sandbox, {
      query: '{ viewer { login } }',
      token: secret,
    });
    expect(body.data.viewer.login).toBe('portal[bot]');
  });

  it('gets the schema with GET', async () => {
    const { status, body } = await sandbox.call('GET /graphql', {
      as: 'olivia',
    });
    expect(status).toBe(200);
    expect(body.data.__schema.queryType.name).toBe('Query');
  });

  it.each([['no JSON', '{', 400, 'Problems parsing JSON']])(
    'is refused with %s',
    async (_name, text, status, message) => {
      const response = await fetch(`${sandbox.url}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${sandbox.tokens.olivia}` },
        body: text,
      });
      expect(response.status).toBe(status);
      expect((await response.json()).message).toBe(message);
    },
  );

  it('is told that a query is missing', async () => {
    const { status, body } = await sandbox.call('POST /graphql', {
      as: 'olivia',
      body: {},
    });
    expect(status).toBe(200);
    expect(body.errors[0].message).toBe(
      'A query attribute must be specified and must be a string.',
    );
  });

  it('picks the operation by its name', async () => {
    const body = {
      query: 'query a { viewer { login } } query b { viewer { name } }',
    };
    const unnamed = await sandbox.call('POST /graphql', { as: 'mel', body });
    const named = await sandbox.call('POST /graphql', {
      as: 'mel',
      body: { ...body, operationName: 'b' },
    });
    expect(unnamed.body.errors[0].message).toBe(
      'An operation name is required',
    );
    expect(named.body.data).toEqual({ viewer: { name: 'mel' } });
  });

  it('is refused once its installation is suspended', async () => {
    const { secret } = issueToken({
      sandbox: sandbox.sandbox,
      kind: 'installation',
      values: { installationId: sandbox.installation.id },
    });
    sandbox.installation.suspendedAt = '2026-01-01T00:00:00Z';
    const { status, body } = await runQuery(sandbox, {
      query: '{ viewer { login } }',
      token: secret,
    });
    sandbox.installation.suspendedAt = null;
    expect(status).toBe(403);
    expect(body.message).toBe('This installation has been suspended');
  });
});
