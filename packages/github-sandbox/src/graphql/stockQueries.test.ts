import { Octokit } from 'octokit';
import { newRepository } from '../core/records/newRepository';
import { newTeam } from '../core/records/newTeam';
import { issueToken } from '../access/issueToken';
import { startTestSandbox } from '../testing/startTestSandbox';
import usedQueries from '../usage/usedQueries.json';
import { failOnErrors } from './__testUtils__/failOnErrors';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeAll(async () => {
  sandbox = await startTestSandbox({
    files: {
      'README.md': '# Shop\n',
      'catalog-info.yaml': 'kind: Component\n',
    },
  });
  sandbox.organisation.email = 'hello@acme.example';
  sandbox.shop.topics = ['checkout', 'web'];
  newTeam({
    sandbox: sandbox.sandbox,
    organisation: sandbox.organisation,
    name: 'Frontend',
    values: {
      parentId: sandbox.web.id,
      members: [{ userId: sandbox.olivia.id, role: 'member', state: 'active' }],
    },
  });
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

function graphql(options: { token?: string; enterprise?: boolean } = {}) {
  return new Octokit({
    auth: options.token ?? sandbox.tokens.olivia,
    baseUrl: options.enterprise ? `${sandbox.url}/api/v3` : sandbox.url,
    // Octokit would wait a second between two of these.
    throttle: { enabled: false },
  }).graphql<any>;
}

function installationToken() {
  return issueToken({
    sandbox: sandbox.sandbox,
    kind: 'installation',
    values: {
      installationId: sandbox.installation.id,
      permissions: { ...sandbox.app.permissions },
    },
  }).secret;
}

function stock(definedIn: string) {
  return usedQueries.find(query => query.definedIn === definedIn)!.text;
}

const page = { cursor: undefined, membersPageSize: 30 };

describe.each([
  ['a person, in the layout of github.com', false],
  ['a person, in the layout of an Enterprise Server', true],
])('the queries of stock Backstage by %s', (_name, enterprise) => {
  it('lists repositories with their catalog files', async () => {
    const answer = await graphql({ enterprise })(
      stock('getOrganizationRepositories'),
      {
        org: 'acme',
        catalogPathRef: 'HEAD:catalog-info.yaml',
        repositoriesPageSize: 25,
        ...page,
      },
    );
    const { login, repositories } = answer.repositoryOwner;
    expect(login).toBe('acme');
    expect(repositories.nodes.map((node: any) => node.name)).toEqual([
      'shop',
      'vault',
      'empty',
    ]);
    expect(repositories.nodes[0]).toMatchObject({
      catalogInfoFile: { __typename: 'Blob', text: 'kind: Component\n' },
      url: `${sandbox.url}/acme/shop`,
      isArchived: false,
      isFork: false,
      visibility: 'PUBLIC',
      repositoryTopics: {
        nodes: [{ topic: { name: 'checkout' } }, { topic: { name: 'web' } }],
      },
      defaultBranchRef: { name: 'main' },
    });
    expect(repositories.nodes[2]).toMatchObject({
      catalogInfoFile: null,
      defaultBranchRef: null,
    });
    expect(repositories.pageInfo.hasNextPage).toBe(false);
  });

  it('reads one repository', async () => {
    const answer = await graphql({ enterprise })(
      stock('getOrganizationRepository'),
      { org: 'acme', repoName: 'vault', catalogPathRef: 'HEAD:nothing.yaml' },
    );
    expect(answer.repositoryOwner.repository).toMatchObject({
      name: 'vault',
      visibility: 'PRIVATE',
      catalogInfoFile: null,
    });
  });

  it('lists users page by page', async () => {
    const ask = (cursor: string | undefined) =>
      graphql({ enterprise })(stock('getOrganizationUsers'), {
        org: 'acme',
        email: true,
        cursor,
        organizationMembersPageSize: 1,
      });
    const first = (await ask(undefined)).organization.membersWithRole;
    const second = (await ask(first.pageInfo.endCursor)).organization
      .membersWithRole;
    expect(first.nodes[0]).toMatchObject({
      login: 'olivia',
      name: 'olivia',
      email: 'olivia@acme.example',
      organizationVerifiedDomainEmails: ['olivia@acme.example'],
      avatarUrl: `${sandbox.url}/avatars/u/${sandbox.olivia.id}?v=4`,
    });
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(second.nodes.map((node: any) => node.login)).toEqual(['mel']);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });

  it('lists teams with their own members', async () => {
    const answer = await graphql({ enterprise })(
      stock('getOrganizationTeams'),
      {
        org: 'acme',
        teamsPageSize: 25,
        ...page,
      },
    );
    expect(answer.organization.teams.nodes).toMatchObject([
      {
        slug: 'frontend',
        combinedSlug: 'acme/frontend',
        parentTeam: { slug: 'web' },
        members: { nodes: [{ login: 'olivia' }] },
      },
      {
        slug: 'web',
        parentTeam: null,
        editTeamUrl: `${sandbox.url}/orgs/acme/teams/web/edit`,
        members: { nodes: [{ login: 'mel' }] },
      },
    ]);
  });

  it('lists the teams of users', async () => {
    const answer = await graphql({ enterprise })(
      stock('getOrganizationTeamsFromUsers'),
      { org: 'acme', teamsPageSize: 25, userLogins: ['mel'], ...page },
    );
    expect(
      answer.organization.teams.nodes.map((node: any) => node.slug),
    ).toEqual(['web']);
  });

  it('lists the teams of a user', async () => {
    const answer = await graphql({ enterprise })(
      stock('getOrganizationTeamsForUser'),
      { org: 'acme', teamsPageSize: 25, userLogins: ['olivia'] },
    );
    expect(
      answer.organization.teams.nodes.map((node: any) => node.slug),
    ).toEqual(['frontend']);
  });

  it('reads one team and its members', async () => {
    const team = await graphql({ enterprise })(stock('getOrganizationTeam'), {
      org: 'acme',
      teamSlug: 'web',
      ...page,
    });
    const members = await graphql({ enterprise })(stock('getTeamMembers'), {
      org: 'acme',
      teamSlug: 'web',
      ...page,
    });
    expect(team.organization.team.name).toBe('Web');
    expect(members.organization.team.members.nodes).toEqual([{ login: 'mel' }]);
  });

  it('lists the organisations of a user', async () => {
    const answer = await graphql({ enterprise })(
      stock('getOrganizationsFromUser'),
      { user: 'mel' },
    );
    expect(answer.user.organizations.nodes).toEqual([{ login: 'acme' }]);
  });
});

it('answers an installation as well', async () => {
  const ask = graphql({ token: installationToken() });
  const teams = await ask(stock('getOrganizationTeams'), {
    org: 'acme',
    teamsPageSize: 25,
    ...page,
  });
  const repositories = await ask(stock('getOrganizationRepositories'), {
    org: 'acme',
    catalogPathRef: 'HEAD:catalog-info.yaml',
    repositoriesPageSize: 25,
  });
  expect(teams.organization.teams.nodes).toHaveLength(2);
  expect(repositories.repositoryOwner.repositories.nodes).toHaveLength(3);
});

it('knows when an account was suspended, in the layout of an Enterprise Server', async () => {
  const query = `{ organization(login: "acme") { membersWithRole(first: 9) { nodes { login suspendedAt } } } }`;
  const answer = await graphql({ enterprise: true })(query);
  expect(answer.organization.membersWithRole.nodes[0].suspendedAt).toBeNull();
  await expect(graphql()(query)).rejects.toThrow(
    "Field 'suspendedAt' doesn't exist on type 'User'",
  );
});

it('commits files as publish:github does, and finds the pull request of a branch', async () => {
  const { sandbox: running } = sandbox;
  const repository = newRepository({
    sandbox: running,
    owner: sandbox.organisation,
    name: 'made',
    seed: async () => ({
      defaultBranch: 'main',
      commits: [
        {
          id: 'first',
          message: 'First',
          author: {
            name: 'Mel',
            email: 'mel@acme.example',
            date: new Date('2026-01-01T00:00:00Z'),
          },
          files: { 'old.txt': 'old' },
        },
      ],
    }),
  });
  const ask = graphql();
  const { repository: before } = await ask(
    '{ repository(owner: "acme", name: "made") { defaultBranchRef { target { oid } } } }',
  );
  const input = {
    branch: { repositoryNameWithOwner: 'acme/made', branchName: 'main' },
    message: { headline: 'Add a file', body: 'And more' },
    fileChanges: {
      additions: [
        {
          path: 'src/new.txt',
          contents: Buffer.from('new').toString('base64'),
        },
      ],
      deletions: [{ path: 'old.txt' }],
    },
    expectedHeadOid: before.defaultBranchRef.target.oid,
  };
  const made = await ask(stock('CREATE_COMMIT_ON_BRANCH_MUTATION'), { input });
  const git = await running.git.open({ id: String(repository.id) });
  const commit = await git.readCommit({
    sha: made.createCommitOnBranch.commit.oid,
  });
  expect(commit).toMatchObject({
    message: 'Add a file\n\nAnd more',
    parents: [input.expectedHeadOid],
    committer: { name: 'GitHub' },
  });
  expect(
    (await git.readTree({ sha: commit!.tree, recursive: true }))!.map(
      ({ path }) => path,
    ),
  ).toEqual(['src', 'src/new.txt']);

  await expect(
    ask(stock('CREATE_COMMIT_ON_BRANCH_MUTATION'), { input }),
  ).rejects.toThrow('Expected branch to point to');

  const found = await ask(stock('composeCreatePullRequest'), {
    owner: 'acme',
    repo: 'made',
    head: 'refs/heads/main',
  });
  expect(found.repository.ref.associatedPullRequests.edges).toEqual([]);
});
