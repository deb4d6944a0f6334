import { issueToken } from '../access/issueToken';
import { newTeam } from '../core/records/newTeam';
import { startTestSandbox } from '../testing/startTestSandbox';
import { nodeId } from '../core/nodeId';
import { fillShop } from './__testUtils__/fillShop';
import { runQuery } from './__testUtils__/runQuery';
import { failOnErrors } from './__testUtils__/failOnErrors';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  failOnErrors({ sandbox });
  await sandbox.stop();
});

function tokenOf(options: {
  login?: 'olivia' | 'mel' | 'oscar';
  scopes?: string[];
  permissions?: Record<string, 'read' | 'write'>;
}) {
  const { login = 'olivia', scopes, permissions } = options;
  return issueToken({
    sandbox: sandbox.sandbox,
    kind: permissions ? 'installation' : 'classic',
    values: permissions
      ? { installationId: sandbox.installation.id, permissions }
      : { userId: sandbox[login].id, scopes },
  }).secret;
}

const REPOSITORIES =
  '{ organization(login: "acme") { repositories(first: 9) { totalCount nodes { name } } } }';

it.each([
  ['olivia', ['shop', 'vault', 'empty']],
  ['oscar', ['shop', 'empty']],
] as const)('lists for %s what is there for them', async (as, names) => {
  const { body } = await runQuery(sandbox, { query: REPOSITORIES, as });
  const { totalCount, nodes } = body.data.organization.repositories;
  expect(nodes.map((node: any) => node.name)).toEqual(names);
  expect(totalCount).toBe(names.length);
});

it('hides a private repository from outsiders, by name, owner and id', async () => {
  const id = (
    await runQuery(sandbox, {
      query: '{ repository(owner: "acme", name: "vault") { id } }',
    })
  ).body.data.repository.id;
  const { body } = await runQuery(sandbox, {
    query: `{ a: repository(owner: "acme", name: "vault") { id } b: node(id: "${id}") { id } c: organization(login: "acme") { repository(name: "vault") { id } } }`,
    as: 'oscar',
  });
  expect(body.data).toEqual({ a: null, b: null, c: { repository: null } });
  expect(body.errors.map((error: any) => error.type)).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
});

it('shows secret teams to their members, owners and Apps alone', async () => {
  newTeam({
    sandbox: sandbox.sandbox,
    organisation: sandbox.organisation,
    name: 'Secret',
    values: { privacy: 'secret' },
  });
  const query =
    '{ organization(login: "acme") { teams(first: 9) { nodes { slug } } team(slug: "secret") { slug } } }';
  const slugs = async (as: 'olivia' | 'mel' | 'oscar') => {
    const { organization } = (await runQuery(sandbox, { query, as })).body.data;
    return [
      organization.teams.nodes.map((node: any) => node.slug),
      organization.team?.slug ?? null,
    ];
  };
  expect(await slugs('olivia')).toEqual([['secret', 'web'], 'secret']);
  expect(await slugs('mel')).toEqual([['web'], null]);
  expect(await slugs('oscar')).toEqual([[], null]);
});

it('shows to outsiders only members that show themselves, and no verified addresses', async () => {
  sandbox.organisation.email = 'hello@acme.example';
  sandbox.organisation.members[1].public = false;
  const query =
    '{ organization(login: "acme") { membersWithRole(first: 9) { edges { role hasTwoFactorEnabled node { login organizationVerifiedDomainEmails(login: "acme") } } } } }';
  const edges = async (as: 'olivia' | 'oscar') =>
    (await runQuery(sandbox, { query, as })).body.data.organization
      .membersWithRole.edges;
  const olivia = (seen: boolean) => ({
    role: 'ADMIN',
    hasTwoFactorEnabled: seen ? true : null,
    node: {
      login: 'olivia',
      organizationVerifiedDomainEmails: seen ? ['olivia@acme.example'] : [],
    },
  });
  expect(await edges('oscar')).toEqual([
    expect.objectContaining(olivia(false)),
  ]);
  expect(await edges('olivia')).toEqual([
    expect.objectContaining(olivia(true)),
    expect.objectContaining({ role: 'MEMBER' }),
  ]);
});

describe('scopes of classic tokens', () => {
  it.each([
    [
      'teams',
      '{ organization(login: "acme") { teams(first: 1) { nodes { slug } } } }',
      "['read:org', 'read:discussion']",
    ],
    [
      'membersWithRole',
      '{ organization(login: "acme") { membersWithRole(first: 1) { nodes { login } } } }',
      "['read:org']",
    ],
    ['email', '{ viewer { email } }', "['user:email', 'read:user']"],
  ])('are demanded for %s, by name', async (field, query, scopes) => {
    const { status, body } = await runQuery(sandbox, {
      query,
      token: tokenOf({ scopes: ['repo'] }),
    });
    expect(status).toBe(200);
    expect(body.errors[0]).toMatchObject({
      type: 'INSUFFICIENT_SCOPES',
      message: `Your token has not been granted the required scopes to execute this query. The '${field}' field requires one of the following scopes: ${scopes}, but your token has only been granted the: ['repo'] scopes. Please modify your token's scopes at: ${sandbox.url}/settings/tokens.`,
    });
  });

  it('include others', async () => {
    const { body } = await runQuery(sandbox, {
      query:
        '{ viewer { email } organization(login: "acme") { teams(first: 1) { totalCount } } }',
      token: tokenOf({ scopes: ['admin:org', 'user'] }),
    });
    expect(body.errors).toBeUndefined();
  });

  it('hide private repositories without repo', async () => {
    const { body } = await runQuery(sandbox, {
      query: REPOSITORIES,
      token: tokenOf({ scopes: ['read:org'] }),
    });
    expect(body.data.organization.repositories.totalCount).toBe(2);
  });
});

describe('permissions of installations', () => {
  it.each([
    [
      'members',
      'organization(login: "acme") { membersWithRole(first: 1) { totalCount } }',
    ],
    [
      'members',
      'organization(login: "acme") { teams(first: 1) { totalCount } }',
    ],
    [
      'issues',
      'repository(owner: "acme", name: "vault") { issues(first: 1) { totalCount } }',
    ],
    [
      'pull_requests',
      'repository(owner: "acme", name: "vault") { pullRequests(first: 1) { totalCount } }',
    ],
    [
      'contents',
      'repository(owner: "acme", name: "vault") { object(expression: "HEAD:README.md") { oid } }',
    ],
    [
      'vulnerability_alerts',
      'repository(owner: "acme", name: "shop") { vulnerabilityAlerts(first: 1) { totalCount } }',
    ],
  ] as const)('%s: %s', async (permission, fields) => {
    const ask = async (permissions: Record<string, 'read'>) =>
      (
        await runQuery(sandbox, {
          query: `{ ${fields} }`,
          token: tokenOf({ permissions: { metadata: 'read', ...permissions } }),
        })
      ).body;
    expect((await ask({})).errors).toMatchObject([
      {
        type: 'FORBIDDEN',
        message: 'Resource not accessible by integration',
      },
    ]);
    expect((await ask({ [permission]: 'read' })).errors).toBeUndefined();
  });
});

describe('an organisation that demands single sign-on', () => {
  beforeEach(() => {
    sandbox.organisation.samlEnforced = true;
  });

  it('says so, in lists as well', async () => {
    const { body } = await runQuery(sandbox, {
      query: `{ organization(login: "acme") { id } repository(owner: "acme", name: "shop") { id } viewer { organizations(first: 9) { nodes { login } } } }`,
      as: 'mel',
    });
    expect(body.data).toEqual({
      organization: null,
      repository: null,
      viewer: { organizations: { nodes: [null] } },
    });
    expect(body.errors).toMatchObject(
      [
        ['organization'],
        ['repository'],
        ['viewer', 'organizations', 'nodes', 0],
      ].map(path => ({
        type: 'FORBIDDEN',
        path,
        extensions: { saml_failure: true },
        message:
          'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
      })),
    );
  });

  it('lets authorised tokens in, and shows identities to owners', async () => {
    const token = issueToken({
      sandbox: sandbox.sandbox,
      kind: 'classic',
      values: {
        userId: sandbox.olivia.id,
        scopes: ['repo', 'admin:org'],
        ssoAuthorised: [sandbox.organisation.id],
      },
    }).secret;
    const { body } = await runQuery(sandbox, {
      query:
        '{ organization(login: "acme") { samlIdentityProvider { ssoUrl externalIdentities(first: 9) { nodes { user { login } samlIdentity { nameId } } } } } }',
      token,
    });
    expect(body.errors).toBeUndefined();
    expect(
      body.data.organization.samlIdentityProvider.externalIdentities.nodes[1],
    ).toEqual({
      user: { login: 'mel' },
      samlIdentity: { nameId: 'mel@acme.example' },
    });
  });
});

describe('what is asked for by its id', () => {
  it.each([
    ['Issue', 'issues'],
    ['PullRequest', 'pull_requests'],
    ['RepositoryVulnerabilityAlert', 'vulnerability_alerts'],
    ['Commit', 'contents'],
  ])('is refused like in its place: %s', async (type, permission) => {
    sandbox.shop.visibility = 'private';
    const { issue, pull, alert, main } = await fillShop(sandbox);
    const numbers: Record<string, number | string> = {
      Issue: issue.id,
      PullRequest: pull.pull.id,
      RepositoryVulnerabilityAlert: alert.id,
      Commit: `${sandbox.shop.id}:${main}`,
    };
    const query = `{ node(id: "${nodeId({
      type,
      id: numbers[type],
    })}") { id } }`;
    const ask = async (permissions: Record<string, 'read'>) =>
      (
        await runQuery(sandbox, {
          query,
          token: tokenOf({ permissions: { metadata: 'read', ...permissions } }),
        })
      ).body;
    const outsider = await runQuery(sandbox, { query, as: 'oscar' });
    expect((await ask({})).errors).toMatchObject([{ type: 'FORBIDDEN' }]);
    expect((await ask({ [permission]: 'read' })).errors).toBeUndefined();
    expect(outsider.body.errors).toMatchObject([{ type: 'NOT_FOUND' }]);
  });

  it('hides alerts of a public repository from who cannot push', async () => {
    const { alert } = await fillShop(sandbox);
    const id = nodeId({ type: 'RepositoryVulnerabilityAlert', id: alert.id });
    const query = `{ node(id: "${id}") { id } }`;
    const [oscar, mel] = await Promise.all(
      (['oscar', 'mel'] as const).map(as => runQuery(sandbox, { query, as })),
    );
    expect(oscar.body.data).toEqual({ node: null });
    expect(mel.body.data).toEqual({ node: { id } });
  });
});
