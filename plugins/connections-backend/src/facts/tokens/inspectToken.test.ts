import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { fingerprintOf, runInScope } from '@callboard/plugin-github-node';
// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { ALL_SCOPES } from '@callboard/github-sandbox/src/access/scopes';
import { inspectGithub } from '../inspectGithub';
import { startInspections } from '../__testUtils__/openInspection';

let portal: Awaited<ReturnType<typeof startInspections>>;
beforeEach(async () => {
  portal = await startInspections();
});
afterEach(() => portal.stop());

async function tokenFacts(token: string, config = {}): Promise<any> {
  const context = portal.open({ token }, { config });
  const [facts] = await inspectGithub({ context });
  return facts.tokens[0];
}

it('tells whose token it is, what it may do, when it ends and what is left', async () => {
  const { sandbox, host } = portal;
  const now = sandbox.sandbox.clock.now();
  const token = portal.token({
    userId: sandbox.mel.id,
    scopes: ['repo', 'read:org', 'admin:repo_hook'],
    expiresAt: `${new Date(now.getTime() + 10.5 * 86_400_000)
      .toISOString()
      .slice(0, 19)}Z`,
  });
  expect(await tokenFacts(token)).toMatchObject({
    credentialId: `token:${host}:${fingerprintOf(token)}`,
    fingerprint: fingerprintOf(token),
    kind: 'classic',
    status: 'valid',
    owner: 'mel',
    scopes: ['repo', 'read:org', 'admin:repo_hook'],
    scopesNeeded: ['repo'],
    scopesMissing: [],
    scopesNeedless: [],
    expiresInDays: 10,
    ageDays: 0,
    unauthorisedOrganisations: [],
    rotation: undefined,
  });
});

it('finds nothing wrong with the least token, and a token with everything too powerful', async () => {
  const { sandbox, host } = portal;
  const config = {
    catalog: {
      rules: [{ allow: ['Template'] }],
      providers: { github: { host, organization: 'acme' } },
    },
  };
  const of = async (scopes: string[]) =>
    tokenFacts(portal.token({ userId: sandbox.mel.id, scopes }), config);
  expect(
    await of(['repo', 'workflow', 'read:org', 'admin:repo_hook']),
  ).toMatchObject({ scopesMissing: [], scopesNeedless: [] });
  expect((await of(ALL_SCOPES)).scopesNeedless).toContain('delete_repo');
  expect(await of([])).toMatchObject({
    scopes: [],
    scopesMissing: ['read:org', 'repo', 'workflow'],
  });
});

it('names what a fine-grained token needs, since GitHub does not tell what it has', async () => {
  const { sandbox } = portal;
  const token = portal.token(
    {
      userId: sandbox.olivia.id,
      resourceOwnerId: sandbox.organisation.id,
      permissions: { metadata: 'read', contents: 'read' },
    },
    'fineGrained',
  );
  expect(await tokenFacts(token)).toMatchObject({
    kind: 'fine-grained',
    status: 'valid',
    detail: expect.stringContaining('GitHub does not tell'),
    scopesNeeded: ['Commit statuses: read', 'Contents: read', 'Metadata: read'],
    scopesMissing: [],
    scopesNeedless: [],
  });
});

it('says that a token does not work, and asks nothing more', async () => {
  const before = portal.sandbox.sandbox.requests.all().length;
  expect(await tokenFacts('ghp_nobodyhasthis')).toMatchObject({
    status: 'rejected',
    detail: expect.stringContaining('Bad credentials'),
    rateLimits: [],
  });
  const asked = portal.sandbox.sandbox.requests
    .all()
    .slice(before)
    .map(({ path }) => path);
  expect(new Set(asked)).toEqual(new Set(['/api/v3/user']));
});

it('says of a token whose limit is used up neither that it is good nor that it is not, also while our own budget holds back', async () => {
  const { sandbox } = portal;
  const until = new Date(sandbox.sandbox.clock.now().getTime() + 600_000);
  sandbox.sandbox.faults.set({ rateLimitedUntil: until.toISOString() });
  const context = portal.open({ token: sandbox.tokens.mel });
  for (const run of ['GitHub refuses', 'the budget refuses']) {
    const [{ tokens }] = await inspectGithub({ context });
    expect([run, tokens[0].status]).toEqual([run, 'limited']);
    expect(Date.parse(tokens[0].limitedUntil!) - until.getTime()).toBeLessThan(
      5_000,
    );
    expect(tokens[0]).toMatchObject({
      detail: expect.stringContaining('a limit is used up'),
    });
  }
});

it('finds organisations with single sign-on: those of the list by number, those of the configuration by asking', async () => {
  const { sandbox, host } = portal;
  sandbox.organisation.samlEnforced = true;
  const token = portal.token({
    userId: sandbox.mel.id,
    scopes: ['repo', 'read:org'],
  });
  expect(await tokenFacts(token)).toMatchObject({
    unauthorisedOrganisations: ['acme'],
  });
  const config = {
    catalog: { providers: { github: { host, organization: 'Acme' } } },
  };
  expect((await tokenFacts(token, config)).unauthorisedOrganisations).toEqual([
    'acme',
  ]);
});

it('tells of a rotation who still uses the old token, and when it can go', async () => {
  const { sandbox, host } = portal;
  let now = new Date('2026-11-26T12:00:00Z');
  const old = portal.token({ userId: sandbox.mel.id, scopes: ['repo'] });
  const next = portal.token({ userId: sandbox.mel.id, scopes: ['repo'] });
  const context = portal.open({ token: old }, { now: () => now });
  await context.github.stored.put({
    kind: 'token',
    host,
    token: next,
    replaces: fingerprintOf(old),
    storedAt: now.toISOString(),
  });
  const rotation = async () =>
    (await inspectGithub({ context }))[0].tokens[0].rotation;
  expect(await rotation()).toMatchObject({
    replaces: fingerprintOf(old),
    rotatedAt: '2026-11-26T12:00:00.000Z',
    predecessors: [{ stillUsedBy: [] }],
    oldCanGo: false,
    advice: expect.stringContaining('Wait until 2026-11-26T13:00:00.000Z'),
  });
  now = new Date('2026-11-26T13:00:00Z');
  expect(await rotation()).toMatchObject({
    oldCanGo: true,
    advice: expect.stringContaining('revoke the old one'),
  });
  // As stock code does that was started with the old token.
  await runInScope({ pluginId: 'todo' }, () =>
    fetch(`${sandbox.url}/api/v3/user`, {
      headers: { authorization: `token ${old}` },
    }),
  );
  expect(await rotation()).toMatchObject({
    predecessors: [{ stillUsedBy: ['todo'] }],
    oldCanGo: false,
    advice: expect.stringContaining('todo used it'),
  });
  now = new Date('2026-11-26T14:00:01Z');
  expect(await rotation()).toMatchObject({
    predecessors: [{ stillUsedBy: [] }],
    oldCanGo: true,
  });
});

it('tells of a rotation also where the configuration holds the new token already', async () => {
  const { sandbox, host } = portal;
  const now = new Date('2026-11-26T12:00:00Z');
  const next = portal.token({ userId: sandbox.mel.id, scopes: ['repo'] });
  const context = portal.open({ token: next }, { now: () => now });
  for (const [replaces, storedAt] of [
    ['aaaaaaaa', '2026-11-26T09:00:00.000Z'],
    ['bbbbbbbb', '2026-11-26T11:30:00.000Z'],
  ]) {
    await context.github.stored.put({
      ...{ kind: 'token', host: host.toUpperCase(), token: next },
      ...{ replaces, storedAt },
    });
  }
  const [facts] = (await inspectGithub({ context }))[0].tokens;
  expect(facts).toMatchObject({
    from: 'config',
    rotation: {
      replaces: 'bbbbbbbb',
      rotatedAt: '2026-11-26T11:30:00.000Z',
      oldCanGo: false,
    },
  });
});

it('follows all rotations that led to a token, and says of each old one who still uses it and whether it is refused', async () => {
  const { sandbox, host } = portal;
  let now = new Date('2026-11-26T12:00:00Z');
  const tokens = [1, 2, 3].map(() =>
    portal.token({ userId: sandbox.mel.id, scopes: ['repo'] }),
  );
  const [first, second, third] = tokens;
  const context = portal.open({ token: first }, { now: () => now });
  for (const [old, token] of [
    [first, second],
    [second, third],
  ]) {
    await context.github.stored.put({
      ...{ kind: 'token', host, token, replaces: fingerprintOf(old) },
      storedAt: now.toISOString(),
    });
    now = new Date(now.getTime() + 60_000);
  }
  const use = (token: string) =>
    runInScope({ pluginId: 'catalog' }, () =>
      fetch(`${sandbox.url}/api/v3/user`, {
        headers: { authorization: `token ${token}` },
      }),
    );
  const rotation = async () =>
    (await inspectGithub({ context }))[0].tokens[0].rotation!;

  now = new Date('2026-11-26T14:00:00Z');
  await use(first);
  expect(await rotation()).toMatchObject({
    replaces: fingerprintOf(second),
    oldCanGo: false,
    advice: `Keep the old token ${fingerprintOf(
      first,
    )} for now: catalog used it after the rotation.`,
    predecessors: [
      { fingerprint: fingerprintOf(second), stillUsedBy: [], canGo: true },
      {
        fingerprint: fingerprintOf(first),
        stillUsedBy: ['catalog'],
        refused: false,
        canGo: false,
      },
    ],
  });

  for (const token of [first, second]) {
    sandbox.sandbox.state.tokens
      .all()
      .find(({ tail }) => token.endsWith(tail))!.revokedAt =
      sandbox.sandbox.clock.iso();
    await use(token);
  }
  expect((await rotation()).advice).toContain('which GitHub refuses');
  now = new Date('2026-11-26T16:00:00Z');
  const { advice, oldCanGo } = await rotation();
  expect(oldCanGo).toBe(true);
  expect(advice).toContain('there is nothing to revoke');
});

it('does not take for a GitHub what answers with a page', async () => {
  const page = http.createServer((_request, response) =>
    response
      .setHeader('content-type', 'text/html')
      .end('<html>Sign in to the company network</html>'),
  );
  await new Promise<void>(resolve => {
    page.listen(0, '127.0.0.1', resolve);
  });
  try {
    const { port } = page.address() as AddressInfo;
    const apiBaseUrl = `http://127.0.0.1:${port}/api/v3`;
    const context = portal.open({
      ...{ host: `127.0.0.1:${port}`, apiBaseUrl },
      ...{ token: 'ghp_any', apps: [portal.app()] },
    });
    const facts = (await inspectGithub({ context })).find(
      ({ host }) => host === `127.0.0.1:${port}`,
    );
    const detail = expect.stringContaining(
      `what answers at ${apiBaseUrl} is not GitHub's API; check apiBaseUrl`,
    );
    expect(facts).toMatchObject({
      tokens: [{ status: 'unreachable', detail }],
      apps: [{ key: { status: 'unreachable', detail } }],
    });
  } finally {
    page.close();
  }
});
