import { startControl } from '../__testUtils__/startControl';

type Sandbox = Awaited<ReturnType<typeof startControl>>;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startControl();
});
afterEach(async () => {
  await sandbox.stop();
  if (sandbox.errors.length > 0) throw sandbox.errors[0];
});

describe('tokens', () => {
  const make = async (body: object) => {
    const answer = await sandbox.control('POST /tokens', { body });
    expect(answer.status).toBe(201);
    return answer.body as { token: string; expiresAt: string | null };
  };
  const statusOf = async (token: string, route: string) =>
    (await sandbox.call(route, { token })).status;

  it('makes classic tokens with scopes that end', async () => {
    const { token, expiresAt } = await make({
      kind: 'classic',
      user: 'olivia',
      scopes: ['repo'],
      expiresIn: '1h',
    });
    expect(token).toMatch(/^ghp_/);
    expect(expiresAt).toMatch(/Z$/);
    expect(await statusOf(token, 'GET /rate_limit')).toBe(200);
    await sandbox.control('POST /clock', { body: { advance: 'PT2H' } });
    expect(await statusOf(token, 'GET /rate_limit')).toBe(401);
  });

  it.each([
    [{ kind: 'oauth', user: 'mel', scopes: [] }, /^gho_/],
    [{ kind: 'fineGrained', user: 'mel', owner: 'acme' }, /^github_pat_/],
    [{ kind: 'userToServer', user: 'mel', app: 'portal' }, /^ghu_/],
    [{ kind: 'installation', app: 'portal', owner: 'acme' }, /^ghs_/],
  ])('makes %j', async (body, form) => {
    const { token } = await make(body);
    expect(token).toMatch(form);
    expect(await statusOf(token, 'GET /rate_limit')).toBe(200);
  });

  it('restricts an installation token to repositories', async () => {
    await make({
      kind: 'installation',
      app: 'portal',
      owner: 'acme',
      permissions: { contents: 'read' },
      repositories: ['acme/vault'],
    });
    const token = sandbox.sandbox.state.tokens.all().at(-1)!;
    expect(token).toMatchObject({
      installationId: sandbox.installation.id,
      repositoryIds: [sandbox.vault.id],
      permissions: { contents: 'read' },
    });
  });

  it.each([
    [{ kind: 'classic' }, 422, 'user: is missing'],
    [{ kind: 'pat', user: 'mel' }, 422, 'kind: has to be one of'],
    [{ kind: 'classic', user: 'nobody' }, 404, 'There is no person "nobody"'],
    [
      { kind: 'installation', app: 'portal', owner: 'mel' },
      404,
      'App portal is not installed on mel',
    ],
    [
      { kind: 'classic', user: 'mel', repositories: ['acme/x'] },
      404,
      'There is no repository "acme/x"',
    ],
  ])('refuses %j', async (body, status, message) => {
    const answer = await sandbox.control('POST /tokens', { body });
    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
  });
});
